// Package toolcall finds code that trusts what a model said about a tool: its name, and its arguments.
//
// It is long because it has a dozen kinds of mistakes, one file each: names, arguments, decoding, assertions, maps, parts of messages, and the
// handlers of tools.
package toolcall

import (
	_ "embed"
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "toolcall", Group: rule.Reliability, Cites: principles.Hallucinations, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if info.Flow() == nil {
		return nil
	}
	c := &checker{pass: pass, info: info, cells: map[*ssa.Alloc]bool{}, arguments: map[*ssa.Call]bool{}}
	c.checkHandlers()
	c.checkPrints()
	c.checkErrorValues()
	if c.splitsAnswers() {
		c.checkFirstChoice()
		c.checkParts()
	}
	if !info.ReadsToolCalls() && len(info.Tools()) == 0 {
		return nil
	}
	c.findDecoders()
	for _, fn := range info.Flow().Funcs {
		for in := range ssax.Instructions(fn) {
			switch in := in.(type) {
			case *ssa.Lookup:
				c.checkLookup(in)
			case *ssa.Phi:
				c.checkSearch(in)
			case *ssa.Call:
				c.checkDecode(in)
			}
		}
	}
	for _, fn := range info.Flow().Funcs {
		c.checkAssertions(fn)
	}
	c.checkAccumulated()
	return nil
}

// A checker is the work on one package.
type checker struct {
	pass     *rule.Pass
	info     *llm.Info
	decoders map[*ssa.Function]int // functions of the package that decode JSON, and the parameter that they decode

	cells     map[*ssa.Alloc]bool // variables that tool arguments are decoded into
	arguments map[*ssa.Call]bool  // calls whose first result is decoded from tool arguments
}

// report reports the smallest syntax of a kind that a position of SSA lies in.
func (c *checker) report(pos token.Pos, kind func(ast.Node) bool, message string, trace ...rule.Step) {
	c.reportAs("", pos, kind, message, trace...)
}

func (c *checker) reportAs(severity rule.Severity, pos token.Pos, kind func(ast.Node) bool, message string, trace ...rule.Step) {
	for _, n := range c.pass.Enclosing(pos) {
		if kind(n) {
			c.pass.Report(rule.Finding{Pos: n.Pos(), End: n.End(), Severity: severity, Message: message, Trace: trace})
			return
		}
	}
}

func isCall(n ast.Node) bool { _, ok := n.(*ast.CallExpr); return ok }

func isExpr(n ast.Node) bool { _, ok := n.(ast.Expr); return ok }

// text shows the syntax at a position of SSA: the smallest expression of a kind.
func (c *checker) text(pos token.Pos, kind func(ast.Node) bool) ast.Expr {
	for _, n := range c.pass.Enclosing(pos) {
		if e, ok := n.(ast.Expr); ok && kind(n) {
			return e
		}
	}
	return ast.NewIdent("the value")
}
