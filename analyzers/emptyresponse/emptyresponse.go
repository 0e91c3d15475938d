// Package emptyresponse finds code that uses the first choice of a model response without checking that there is one.
//
// It is long because a check of the length has many forms, also in callers and helpers, and because the fix must not run what the program did
// not run, or skip what it did.
package emptyresponse

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "emptyresponse", Group: rule.Reliability, Cites: principles.ThePrototypingMindset, Also: []principles.ID{principles.DataQuality}, Doc: doc, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if info.Flow() == nil {
		return nil
	}
	for _, fn := range info.Flow().Funcs {
		content := nilContent(pass, info, fn)
		checkEmbeddings(pass, info, fn)
		checkUntyped(pass, info, fn)
		var last *ast.IndexExpr
		reported := map[string]bool{} // lists, by their text: one finding a function is enough
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				at, ok := in.(*ssa.IndexAddr)
				if !ok || !edge(at.Index) || !info.IsResponseField(at.X) || isOnlyWritten(at) ||
					isChecked(pass, info.Flow(), listKey(pass, at.X), at, callDepth) || isNilOrChecked(pass, at.X, listKey(pass, at.X)) || isGathered(info.Flow(), at.X) {
					continue
				}
				index, path := syntax(pass, at.Pos())
				if index == nil || reported[types.ExprString(index.X)] || last != nil && index.Pos() == last.Pos() && last.End() < index.End() {
					continue // of a list in a list, the outer one comes first
				}
				last = index
				list := types.ExprString(index.X)
				reported[list] = true
				check := fmt.Sprintf("len(%s)", list)
				if content != nil && content.Pos() <= index.Pos() && index.End() <= content.End() { // one place, one finding
					check += " and compare " + types.ExprString(content) + " with nil"
					content = nil
				}
				pass.Report(rule.Finding{
					Pos: index.Pos(), End: index.End(), Severity: rule.Error,
					Message: fmt.Sprintf("%s panics if the response has none (content filter, error in a 200); check %s first",
						types.ExprString(index), check),
					Fix: fix(pass, index, path),
				})
			}
		}
		if content != nil {
			reportContent(pass, content)
		}
	}
	return nil
}

// isOnlyWritten reports whether what stands at an address is stored to and not read: it is no answer yet, but one that is being made.
func isOnlyWritten(addr ssa.Value) bool {
	uses := flow.Uses(addr)
	for _, in := range uses {
		switch in := in.(type) {
		case *ssa.Store:
			if in.Addr != addr {
				return false
			}
		case *ssa.FieldAddr:
			if !isOnlyWritten(in) {
				return false
			}
		case *ssa.DebugRef:
		default:
			return false
		}
	}
	return len(uses) > 0
}

// edge reports whether an index is 0, or the length of a list less one.
func edge(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Const:
		return v.Value != nil && v.Value.Kind() == constant.Int && constant.Sign(v.Value) == 0
	case *ssa.BinOp:
		_, ok := lenOf(v.X)
		return ok && v.Op == token.SUB
	}
	return false
}

// lenOf returns the list whose length a value is.
func lenOf(v ssa.Value) (ssa.Value, bool) {
	if c, ok := v.(*ssa.Call); ok {
		if b, ok := c.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" {
			return c.Call.Args[0], true
		}
	}
	return nil, false
}

// syntax returns the index expression with that bracket, and what encloses it.
func syntax(pass *rule.Pass, bracket token.Pos) (*ast.IndexExpr, []ast.Node) {
	path := pass.Enclosing(bracket)
	for i, n := range path {
		if x, ok := n.(*ast.IndexExpr); ok {
			return x, path[i:]
		}
	}
	return nil, nil
}
