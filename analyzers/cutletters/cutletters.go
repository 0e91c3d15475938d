// Package cutletters finds text for a model that is cut at a number of bytes, in the middle of a letter if it falls so.
//
// It is long because most slices are right: at an index that was found in the text, behind a look at its characters, or of an ID.
package cutletters

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "cutletters", Group: rule.Prompts, Cites: principles.DataQuality, Doc: doc, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if info.Flow() == nil {
		return nil
	}
	var cuts []*ssa.Slice
	for _, fn := range info.Flow().Funcs {
		if readsRunes(fn) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if s, ok := in.(*ssa.Slice); ok && typex.IsString(s.X.Type()) && !isEncoded(info.Flow(), s.X) && (isByteCount(s.High) || s.High == nil && isByteCount(s.Low)) {
					cuts = append(cuts, s)
				}
			}
		}
	}
	if len(cuts) == 0 {
		return nil
	}
	data := reachesModel(pass, info)
	for _, s := range cuts {
		if !info.ReachesPrompt(s) && !data[s] {
			continue
		}
		expr := sliceExpr(pass, s)
		if expr == nil {
			continue
		}
		pass.Report(rule.Finding{Pos: expr.Pos(), End: expr.End(),
			Message: fmt.Sprintf("%s cuts text for a model at a byte index, which splits multi-byte characters; cut at a rune, or use strings.ToValidUTF8", types.ExprString(expr))})
	}
	return nil
}

// reachesModel returns the values that are made into texts which a model reads as data: what a tool answers, what is embedded.
func reachesModel(pass *rule.Pass, info *llm.Info) map[ssa.Value]bool {
	var starts []flow.Loc
	for _, fn := range info.Flow().Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				switch in := in.(type) {
				case *ssa.Store:
					if f, ok := in.Addr.(*ssa.FieldAddr); ok && isData(info, flow.FieldKey(f.X.Type(), f.Field), "field") {
						starts = append(starts, flow.Loc{Value: in.Val})
					}
				case *ssa.Call:
					starts = append(starts, dataArgs(info, in)...)
				}
			}
		}
	}
	starts = append(starts, toolResults(info)...)
	seen := map[ssa.Value]bool{}
	info.Flow().Walk(starts, func(at flow.Visit) bool {
		if at.Loc.Value != nil {
			seen[at.Loc.Value] = true
		}
		return at.Edge.Kind != flow.Encoded
	}, 20_000)
	return seen
}

func sliceExpr(pass *rule.Pass, s *ssa.Slice) *ast.SliceExpr {
	for _, n := range pass.Enclosing(s.Pos()) {
		if x, ok := n.(*ast.SliceExpr); ok {
			return x
		}
	}
	return nil
}
