// Package htmlprompt finds prompts that are rendered for a browser, so that a model reads entities in place of characters.
//
// It is long because the text is rendered in one function and sent by another, because JSON with escapes is a kind of its own, and because
// the fix must not make a page unsafe.
package htmlprompt

import (
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{
		Name: "htmlprompt", Group: rule.Prompts, Cites: principles.ModelCompilers, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer, rendering}, Run: run,
	}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	renders := pass.ResultOf[rendering].(func(*types.Func) bool)
	if info.Flow() == nil {
		return nil
	}
	checkEncoded(pass, info)
	exprs := astx.Calls(pass.Files)
	var own []rule.Finding
	pages := false // html/template is used for what it is made for
	foreign := map[*types.Func]*rule.Finding{}
	for _, fn := range info.Flow().Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				call, ok := in.(*ssa.Call)
				if !ok {
					continue
				}
				if message := engine(info, call); message != "" {
					pass.Report(at(exprs, call, message))
					continue
				}
				callee := flow.FuncObject(call.Common())
				switch {
				case callee == nil:
				case executes(callee):
					args := flow.Arguments(call.Common())
					if !info.ReachesPrompt(ssax.Unboxed(args[1])) {
						pages = true
					} else if mayHoldMarkup(args[len(args)-1]) {
						own = append(own, at(exprs, call, callee.Name()+" of html/template escapes the data of this prompt for a browser, "+
							"so the model reads &lt; and &#43; for < and +; use text/template"))
					}
				case callee.Pkg() != pass.Pkg && reaches(info, call) && renders(callee):
					if f := foreign[callee]; f != nil {
						f.Pieces = append(f.Pieces, rule.Step{Pos: call.Pos(), Message: "another prompt is rendered here"})
						continue
					}
					f := at(exprs, call, flow.ShortName(callee)+" renders this prompt with html/template, which escapes its data for a browser, "+
						"so the model reads &lt; for <; use text/template there")
					f.Trace = []rule.Step{{Pos: callee.Pos(), Message: flow.ShortName(callee) + " returns what html/template rendered"}}
					foreign[callee] = &f
				}
			}
		}
	}
	pages = pages || len(own) > 0 && mayServePages(info.Flow())
	for _, f := range own {
		if !pages {
			f.Fix = swap(pass, f.Pos)
		}
		pass.Report(f)
	}
	for _, f := range foreign {
		pass.Report(*f)
	}
	return nil
}

// reaches reports whether one of the results of a call flows to a prompt.
func reaches(info *llm.Info, call *ssa.Call) bool {
	if info.ReachesPrompt(call) {
		return true
	}
	for _, r := range flow.Uses(call) {
		if e, ok := r.(*ssa.Extract); ok && info.ReachesPrompt(e) {
			return true
		}
	}
	return false
}

// executes reports whether a method renders a template for a browser into its first argument.
func executes(fn *types.Func) bool {
	name := fn.FullName()
	return name == "(*html/template.Template).Execute" || name == "(*html/template.Template).ExecuteTemplate"
}

// at is a finding at a call.
func at(exprs map[token.Pos]*ast.CallExpr, call *ssa.Call, message string) rule.Finding {
	f := rule.Finding{Pos: call.Pos(), Message: message}
	if e := exprs[call.Pos()]; e != nil {
		f.Pos, f.End = e.Pos(), e.Lparen
	}
	return f
}
