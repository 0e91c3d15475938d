// Package stubapi finds exported functions, methods and configuration names that are offered and do nothing.
//
// It is long because a function that does nothing is right in test doubles, in defaults, where an interface demands it, and where its comment says so.
package stubapi

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/build/constraint"
	"go/types"
	"sync"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule     = &rule.Rule{Name: "stubapi", Group: rule.Design, Cites: principles.ToyVersions, Doc: doc, Tier: rule.Preview, Since: "v0.1.0", Wants: wantsFiles, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	for _, f := range pass.Files {
		if hasBuildConstraint(f) {
			continue // another file has the implementation, for other platforms or tags
		}
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			isDouble := sync.OnceValue(func() bool { return isTestDouble(pass, fn) }) // expensive and rarely needed
			if stub := notImplemented(pass, fn.Body.List); stub != nil && isPublic(pass, fn) && !canSucceed(fn.Body) && !isDouble() {
				if stub.panics || !isDemanded(pass, fn) && !isConcealed(pass, fn) {
					report(pass, f, stub, "exported "+displayName(fn)+" always "+stub.outcome())
				}
				continue
			}
			if sibling := contradictingGetter(pass, fn); sibling != nil && !isDouble() {
				pass.Report(rule.Finding{
					Pos: fn.Name.Pos(),
					End: fn.Name.End(),
					Message: fmt.Sprintf("%s discards its arguments and returns nil, although %s returns such a value; store it, or return errors.ErrUnsupported",
						displayName(fn), sibling.Name()),
					Trace: []rule.Step{{Pos: sibling.Pos(), Message: sibling.Name() + " returns such a value"}},
				})
				continue
			}
			checkCases(pass, f, fn, isDouble)
		}
	}
	return nil
}

// hasBuildConstraint reports whether a file has a build constraint.
func hasBuildConstraint(f *ast.File) bool {
	for _, group := range f.Comments {
		for _, c := range group.List {
			if c.Pos() < f.Package && constraint.IsGoBuild(c.Text) {
				return true
			}
		}
	}
	return false
}

// checkCases reports the names that a switch over strings accepts and then fails on as not implemented.
func checkCases(pass *rule.Pass, f *ast.File, fn *ast.FuncDecl, isDouble func() bool) {
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		clause, ok := n.(*ast.CaseClause)
		if !ok || len(clause.Body) != 1 || len(clause.List) == 0 {
			return true
		}
		stub := notImplemented(pass, clause.Body)
		if label, ok := pass.ConstantString(clause.List[0]); ok && stub != nil && !isDouble() {
			report(pass, f, stub, fmt.Sprintf("%s accepts %s and then always %s", displayName(fn), rule.Quote(label), stub.outcome()))
		}
		return true
	})
}

func report(pass *rule.Pass, f *ast.File, s *stub, message string) {
	pass.Report(rule.Finding{Pos: s.node.Pos(), End: astx.LineEnd(pass.Fset, s.node), Message: message + "; return errors.ErrUnsupported or remove it", Fix: fix(pass, f, s)})
}

// isPublic reports whether other packages can call fn: it and its receiver's type are exported, in a package they can import.
func isPublic(pass *rule.Pass, fn *ast.FuncDecl) bool {
	if !pass.Importable() || !fn.Name.IsExported() {
		return false
	}
	recv := pass.TypesInfo.Defs[fn.Name].(*types.Func).Signature().Recv()
	return recv == nil || ast.IsExported(typeName(recv.Type()))
}

// displayName returns the name of fn in messages: Type.Method or Function.
func displayName(fn *ast.FuncDecl) string {
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return fn.Name.Name
	}
	t := fn.Recv.List[0].Type
	for {
		switch u := t.(type) {
		case *ast.StarExpr:
			t = u.X
		case *ast.IndexExpr:
			t = u.X
		case *ast.IndexListExpr:
			t = u.X
		case *ast.Ident:
			return u.Name + "." + fn.Name.Name
		default:
			return fn.Name.Name
		}
	}
}

func typeName(t types.Type) string {
	if n := typex.Named(t); n != nil {
		return n.Obj().Name()
	}
	return ""
}
