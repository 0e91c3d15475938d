package loopinvariant

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// isFixed reports whether a constant expression has the same value on each platform, and at an earlier place: it is made of literals and
// of constants of this package that stand outside of functions or before that place, and that no ignored file declares too.
func isFixed(pass *rule.Pass, e ast.Expr, at token.Pos, ignored []*ast.File) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		return true
	case *ast.BinaryExpr:
		return isFixed(pass, e.X, at, ignored) && isFixed(pass, e.Y, at, ignored)
	case *ast.Ident:
		obj, ok := pass.TypesInfo.Uses[e].(*types.Const)
		if !ok || obj.Pkg() != pass.Pkg {
			return false
		}
		if global := obj.Parent() == pass.Pkg.Scope(); !global && obj.Pos() > at || global && slices.ContainsFunc(ignored, func(f *ast.File) bool { return declares(f, e.Name) }) {
			return false
		}
		value := initial(pass, obj)
		return value != nil && isFixed(pass, value, obj.Pos(), ignored)
	}
	return false
}

// declares reports whether a file declares a constant of some name outside of functions.
func declares(f *ast.File, name string) bool {
	for _, d := range f.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, s := range decl.Specs {
			if spec, ok := s.(*ast.ValueSpec); ok && slices.ContainsFunc(spec.Names, func(id *ast.Ident) bool { return id.Name == name }) {
				return true
			}
		}
	}
	return false
}

// initial returns the expression that a constant is declared with, or nil: it may repeat the one above.
func initial(pass *rule.Pass, obj *types.Const) ast.Expr {
	for _, n := range pass.Enclosing(obj.Pos()) {
		if spec, ok := n.(*ast.ValueSpec); ok {
			at := slices.IndexFunc(spec.Names, func(id *ast.Ident) bool { return id.Pos() == obj.Pos() })
			if at >= 0 && at < len(spec.Values) {
				return spec.Values[at]
			}
		}
	}
	return nil
}
