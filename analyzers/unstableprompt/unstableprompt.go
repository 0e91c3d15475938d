// Package unstableprompt finds prompt text that is built in the order of a map, which differs from run to run.
//
// It is long because it has three kinds, order of maps, the clock and options that are zero, and because text is sorted or put in order in many ways.
package unstableprompt

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{
		Name: "unstableprompt", Group: rule.Prompts, Cites: principles.Reproducibility, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run,
	}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	program := info.Flow()
	if program == nil {
		return nil
	}
	checkClocks(pass, info)
	zeros(pass, info)
	statements := map[token.Pos]*ast.RangeStmt{} // SSA knows of a range where its "for" stands
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.RangeStmt); ok {
				statements[s.For] = s
			}
			return true
		})
	}
	for _, fn := range program.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if collectedTools(info, in) {
					pass.ReportAround(in.Pos(), rule.Finding{Message: "the list of tools from Collect is in the order of a map, so it differs between runs and defeats prompt caching; sort it by name"})
					continue
				}
				l, pos := loopOf(info, in)
				if l == nil {
					continue
				}
				w := l.write()
				if w == nil {
					continue
				}
				f := rule.Finding{Pos: pos, Trace: []rule.Step{{Pos: w.Pos(), Message: "the text grows here"}}}
				what := "a map"
				if s := statementAt(statements, pos); s != nil {
					f.Pos, f.End = s.For, s.X.End()
					what = "the map " + types.ExprString(s.X)
				}
				f.Message = fmt.Sprintf("prompt text in %s is built in the order of %s, so it differs between runs and defeats prompt caching; sort the keys first", ssax.Outermost(fn).Name(), what)
				pass.Report(f)
			}
		}
	}
	return nil
}

// statementAt returns the range that stands at a position, or whose operand does, or nil.
func statementAt(statements map[token.Pos]*ast.RangeStmt, pos token.Pos) *ast.RangeStmt {
	if s := statements[pos]; s != nil {
		return s
	}
	for _, s := range statements {
		if s.X.Pos() <= pos && pos < s.X.End() {
			return s
		}
	}
	return nil
}
