package extract

import (
	"go/ast"
	"go/token"
	"strings"
)

// bareFormat reports whether a target is the whole of what a printf-like function gets: go vet, and with it go test, accepts that of
// a constant only ("non-constant format string", since Go 1.24). Such functions have names that end in f.
func (f *folder) bareFormat(src *file, t *target) (found bool) {
	among := []ast.Node{src.syntax}
	switch {
	case t.keeps:
		among = nil
		for _, other := range f.files {
			among = append(among, other.syntax)
		}
	case t.function != nil:
		among = []ast.Node{t.function}
	}
	for _, n := range among {
		ast.Inspect(n, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return !found
			}
			if len(call.Args) > 1 && isFormat(call.Args[len(call.Args)-2]) {
				return !found // the last one is an argument of that
			}
			last := ast.Unparen(call.Args[len(call.Args)-1])
			id, named := last.(*ast.Ident)
			if last == ast.Unparen(t.expr) || named && t.spec != nil && id.Name == t.spec.Names[0].Name {
				found = found || strings.HasSuffix(calleeName(call), "f")
			}
			return !found
		})
	}
	return found
}

// isFormat reports whether an argument is a literal with a verb.
func isFormat(e ast.Expr) bool {
	text, ok := constants(nil).fold(e)
	return ok && strings.Contains(text, "%")
}

// inConstant reports whether a constant of the folder is made of another one, which therefore has to be one too.
func (f *folder) inConstant(t *target) (found bool) {
	for _, src := range f.files {
		for _, d := range src.syntax.Decls {
			decl, ok := d.(*ast.GenDecl)
			if !ok || decl.Tok != token.CONST {
				continue
			}
			for _, s := range decl.Specs {
				for _, value := range s.(*ast.ValueSpec).Values {
					if src.moved[value] {
						continue // it is a text of its own now
					}
					ast.Inspect(value, func(n ast.Node) bool {
						id, ok := n.(*ast.Ident)
						found = found || ok && id.Name == t.name
						return !found
					})
				}
			}
		}
	}
	return found
}

func calleeName(call *ast.CallExpr) string {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		return fun.Name
	case *ast.SelectorExpr:
		return fun.Sel.Name
	}
	return ""
}
