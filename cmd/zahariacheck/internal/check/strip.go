package check

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
)

// strip takes out of a file what no other package sees and no type depends on: bodies of functions, values of variables whose
// type is declared, and what is in composite literals.
func strip(f *ast.File) {
	f.Decls = slices.DeleteFunc(f.Decls, func(d ast.Decl) bool {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil && (d.Name.Name == "init" || d.Name.Name == "_") {
				return true
			}
			if d.Body != nil {
				d.Body = empty(d.Body)
			}
		case *ast.GenDecl:
			if d.Tok == token.VAR {
				d.Specs = slices.DeleteFunc(d.Specs, stripVariable)
				return len(d.Specs) == 0 // a declaration of nothing has no end
			}
		}
		return false
	})
}

func empty(b *ast.BlockStmt) *ast.BlockStmt {
	return &ast.BlockStmt{Lbrace: b.Lbrace, Rbrace: b.Rbrace}
}

// stripVariable strips the declaration of variables, and reports whether nothing is left.
func stripVariable(s ast.Spec) bool {
	spec, ok := s.(*ast.ValueSpec)
	if !ok {
		return false
	}
	if !slices.ContainsFunc(spec.Names, func(id *ast.Ident) bool { return id.Name != "_" }) {
		return true
	}
	if spec.Type != nil {
		spec.Values = nil
	}
	for _, v := range spec.Values {
		ast.Inspect(v, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				n.Body = empty(n.Body)
			case *ast.CompositeLit:
				if array, ok := n.Type.(*ast.ArrayType); n.Type != nil && !(ok && isEllipsis(array.Len)) {
					n.Elts = nil // but for [...]T, the type does not depend on them
				}
			}
			return true
		})
	}
	return false
}

func isEllipsis(e ast.Expr) bool {
	_, ok := e.(*ast.Ellipsis)
	return ok
}

// importPath is the path of an import, or "" for one that is no string.
func importPath(spec *ast.ImportSpec) string {
	path, _ := strconv.Unquote(spec.Path.Value)
	return path
}
