// Package initeffect finds init functions of importable packages that do I/O, start goroutines or end the process.
//
// It is long because it looks for effects in what init calls, and lets pass what fails only if the program itself is broken.
package initeffect

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule     = &rule.Rule{Name: "initeffect", Group: rule.Design, Cites: principles.Modularity, Doc: doc, Tier: rule.Preview, Since: "v0.1.0", Wants: wants, RunDespiteErrors: true, Run: run}
	Analyzer = Rule.Analyzer()
)

// wants reports whether files have an init function and are not of package main.
func wants(pass *rule.Pass) bool {
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			if isInit(d) && f.Name.Name != "main" {
				return true
			}
		}
	}
	return false
}

func isInit(d ast.Decl) bool {
	fn, ok := d.(*ast.FuncDecl)
	return ok && fn.Recv == nil && fn.Name.Name == "init" && fn.Body != nil
}

func run(pass *rule.Pass) error {
	if pass.Pkg.Path() == "runtime" || !pass.Importable() {
		return nil // the runtime is part of every program, imported or not
	}
	bodies := map[types.Object]*ast.BlockStmt{}
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
				bodies[pass.TypesInfo.Defs[fn.Name]] = fn.Body
			}
		}
	}
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			if isInit(d) {
				judge(pass, bodies, d.(*ast.FuncDecl))
			}
		}
	}
	return nil
}

// judge reports one finding per init function: at a call in it that ends the process, the most serious effect, or else at its
// name.
func judge(pass *rule.Pass, bodies map[types.Object]*ast.BlockStmt, init *ast.FuncDecl) {
	w := &walker{pass: pass, info: pass.TypesInfo, bodies: bodies, seen: map[*ast.BlockStmt]bool{}}
	w.walk(init.Body, nil)
	if len(w.effects) == 0 {
		return
	}
	first := w.effects[0]
	var at ast.Node = init.Name
	for _, e := range w.effects {
		if e.kind == exits && init.Body.Pos() <= e.node.Pos() && e.node.End() <= init.Body.End() {
			first, at = e, e.node
			break
		}
	}
	pass.Report(rule.Finding{
		Pos: at.Pos(),
		End: astx.LineEnd(pass.Fset, at),
		Message: fmt.Sprintf("init of package %s %s (%s), a side effect of importing it; move this to a function that returns an error",
			pass.Pkg.Name(), first.kind, first.what),
		Trace: first.trace,
	})
}

// callee is the function that a call names, or nil.
func callee(info *types.Info, call *ast.CallExpr) *types.Func {
	fn, _ := typeutil.Callee(info, call).(*types.Func)
	if fn == nil {
		return nil
	}
	return fn.Origin()
}
