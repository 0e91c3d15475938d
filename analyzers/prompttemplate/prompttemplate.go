// Package prompttemplate finds templates and formats that do not match their data.
//
// It is long because it reads formats and the templates of five engines, follows both to where they are filled, and checks the types of the data.
package prompttemplate

import (
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{
		Name: "prompttemplate", Group: rule.Prompts, Cites: principles.ModularAgents, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run,
	}
	Analyzer = Rule.Analyzer()
)

// A checker checks the calls of one package.
type checker struct {
	pass  *rule.Pass
	info  *llm.Info
	flow  *flow.Program
	files map[types.Object]embedding  // what is embedded, by the variable
	exprs map[token.Pos]*ast.CallExpr // by the opening bracket, which is all that SSA knows of a call's place
}

func run(pass *rule.Pass) error {
	c := &checker{pass: pass, info: pass.ResultOf[llm.Analyzer].(*llm.Info)}
	if !c.info.InModule() {
		return nil
	}
	c.files = c.embeddedFiles()
	pkgs := frameworks(c.info.Catalogue())
	if astx.Imports(pass.Files, func(path string) bool { return pkgs[path] }) {
		c.checkEngines()
	}
	if !c.hasRelevantCall() {
		return nil
	}
	c.exprs = astx.Calls(pass.Files)
	c.flow = c.info.Program()
	for _, fn := range c.flow.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				call, ok := in.(ssa.CallInstruction)
				if !ok || flow.FuncObject(call.Common()) == nil {
					continue
				}
				name, args := flow.FuncObject(call.Common()).FullName(), flow.Arguments(call.Common())
				if i, ok := formatFuncs[name]; ok {
					c.checkFormat(call, args[i], args[i+1])
				}
				if i, e := c.unvetted(flow.FuncObject(call.Common())); e != nil {
					c.checkUnvetted(call, e, args[i], args[i+1])
				}
				if i, ok := executes[name]; ok {
					c.checkExecute(call, args[0], args[i])
				}
				if i, ok := executesNamed[name]; ok {
					c.checkExecuteTemplate(call, args[0], args[i], args[i+1])
				}
				if name == parseText || name == parseHTML {
					c.checkParse(call, args[0], args[1])
				}
				if i, ok := fileReaders[name]; ok {
					c.checkFileNames(call, args[i], args[i+1], c.files)
				}
			}
		}
	}
	return nil
}

func (c *checker) hasRelevantCall() bool {
	for _, f := range c.pass.Files {
		for n := range ast.Preorder(f) {
			if call, ok := n.(*ast.CallExpr); ok && c.isRelevant(call) {
				return true
			}
		}
	}
	return false
}

// isRelevant reports whether the rule checks a call: of a template, of files, or of a format that is not constant.
func (c *checker) isRelevant(call *ast.CallExpr) bool {
	if sel, ok := call.Fun.(*ast.SelectorExpr); !ok || !methods[sel.Sel.Name] {
		return false // most calls, without a look at their types
	}
	fn := typeutil.StaticCallee(c.pass.TypesInfo, call)
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	name := fn.FullName()
	if !flow.Standard(fn.Pkg().Path()) {
		_, e := c.unvetted(fn)
		return e != nil
	}
	if i, ok := formatFuncs[name]; ok {
		return i < len(call.Args) && !call.Ellipsis.IsValid() && c.isAssembled(call.Args[i])
	}
	_, executed := executes[name]
	_, named := executesNamed[name]
	_, read := fileReaders[name]
	return executed || named || read || name == parseText || name == parseHTML
}

// isAssembled reports whether a format is built in its function: it is neither constant nor passed from elsewhere.
func (c *checker) isAssembled(format ast.Expr) bool {
	if c.pass.TypesInfo.Types[format].Value != nil {
		return false
	}
	switch e := ast.Unparen(format).(type) {
	case *ast.Ident:
		v, ok := c.pass.TypesInfo.Uses[e].(*types.Var)
		_, embedded := c.files[v]
		return ok && (embedded || v.Kind() == types.LocalVar || v.Kind() == types.ResultVar)
	case *ast.SelectorExpr, *ast.IndexExpr, *ast.StarExpr:
		return false
	}
	return true
}

// methods are the names of the functions that the rule checks.
var methods = map[string]bool{
	"Sprintf": true, "Fprintf": true, "Appendf": true, "Execute": true, "ExecuteTemplate": true, "Parse": true,
	"ReadFile": true, "Open": true, "ParseFS": true, "WithPrompt": true, "WithSystem": true,
}

// report reports a finding at a call.
func (c *checker) report(call ssa.CallInstruction, message string, trace ...rule.Step) {
	f := rule.Finding{Pos: call.Pos(), Message: message, Trace: trace}
	if e := c.exprs[call.Pos()]; e != nil {
		f.Pos, f.End = e.Pos(), e.Lparen
	}
	c.pass.Report(f)
}
