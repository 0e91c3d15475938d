// Package needlessrepair finds JSON that is repaired before anything shows that it is invalid.
//
// It is long because a repair is right where anything has failed before, also in a caller, and where the text is still growing.
package needlessrepair

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "needlessrepair", Group: rule.Reliability, Cites: principles.DataQuality, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Wants: wants, Run: run}
	Analyzer = Rule.Analyzer()
)

// wants reports whether a package imports a library that repairs JSON: its functions are called by no other name.
func wants(pass *rule.Pass) bool {
	return astx.Imports(pass.Files, func(path string) bool {
		return slices.ContainsFunc(pass.Catalogue().Kind("repair"), func(e *catalogue.Entry) bool { return e.Package() == path })
	})
}

type checker struct {
	pass   *rule.Pass
	known  *catalogue.Catalogue
	funcs  []*function
	byName map[*types.Func]*function
}

// A function is a declaration with the calls in it, in the order of the source.
type function struct {
	fn      *types.Func
	decl    *ast.FuncDecl
	calls   []call
	repairs []call
}

type call struct {
	call *ast.CallExpr
	fn   *types.Func
}

func run(pass *rule.Pass) error {
	c := &checker{pass: pass, known: pass.Catalogue(), byName: map[*types.Func]*function{}}
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			if d, ok := d.(*ast.FuncDecl); ok && d.Body != nil {
				c.add(d)
			}
		}
	}
	for _, f := range c.funcs {
		for _, r := range f.repairs {
			if c.looks(f, r.call.Pos()) || !c.decodes(f, r.call) && !c.helper(f) || c.grows(f, r.call) || c.calledWithReason(f.fn) {
				continue
			}
			pass.Report(rule.Finding{Pos: r.call.Pos(), End: r.call.End(), Message: fmt.Sprintf(
				"%s changes valid JSON too, and nothing has tried to decode this text yet; call json.Unmarshal first, and repair only what it refuses", flow.ShortName(r.fn))})
		}
	}
	return nil
}

func (c *checker) add(d *ast.FuncDecl) {
	f := &function{fn: c.pass.TypesInfo.Defs[d.Name].(*types.Func), decl: d}
	for n, fn := range astx.FuncCalls(c.pass.TypesInfo, d.Body) {
		f.calls = append(f.calls, call{n, fn.Origin()})
		if c.repairs(fn) {
			f.repairs = append(f.repairs, call{n, fn})
		}
	}
	c.funcs = append(c.funcs, f)
	c.byName[f.fn] = f
}

// repairs reports whether a function is one that was seen to change valid JSON, in the release in use.
func (c *checker) repairs(fn *types.Func) bool {
	for _, e := range c.known.Lookup(fn.FullName()) {
		if e.Kind == "repair" && e.HoldsIn(llm.ModuleVersion(c.pass.Fset, fn.Pos())) {
			return true
		}
	}
	return false
}
