package stubapi

import (
	"go/ast"
	"go/types"
	"reflect"
	"strconv"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// isDemanded reports whether a method is there because an interface of this package, or of one that it imports, has it: its type
// implements the interface, and cannot leave the method out.
func isDemanded(pass *rule.Pass, fn *ast.FuncDecl) bool {
	method := pass.TypesInfo.Defs[fn.Name].(*types.Func)
	recv := method.Signature().Recv()
	if recv == nil {
		return false
	}
	for _, p := range append([]*types.Package{pass.Pkg}, pass.Pkg.Imports()...) {
		for _, name := range p.Scope().Names() {
			t, ok := p.Scope().Lookup(name).(*types.TypeName)
			if !ok || t.IsAlias() || p != pass.Pkg && !t.Exported() {
				continue
			}
			i, ok := t.Type().Underlying().(*types.Interface)
			if ok && i.IsMethodSet() && typex.HasMethod(i, method.Name()) && i.NumMethods() > 1 &&
				(types.Implements(recv.Type(), i) || types.Implements(types.NewPointer(recv.Type()), i)) {
				return true
			}
		}
	}
	return false
}

// isConcealed reports whether a function belongs to a command that is not shown to users: a literal with Hidden: true names it, or its
// receiver is the type of a field with the tag hidden.
func isConcealed(pass *rule.Pass, fn *ast.FuncDecl) bool {
	obj := pass.TypesInfo.Defs[fn.Name].(*types.Func)
	var recv *types.Named
	if r := obj.Signature().Recv(); r != nil {
		recv = typex.Named(r.Type())
	}
	found := false
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CompositeLit:
				found = found || isHidden(n) && mentions(pass.TypesInfo, n, obj)
			case *ast.Field:
				if n.Tag != nil && recv != nil && typex.Named(pass.TypesInfo.TypeOf(n.Type)) == recv {
					tag, _ := strconv.Unquote(n.Tag.Value)
					_, ok := reflect.StructTag(tag).Lookup("hidden")
					found = found || ok
				}
			}
			return !found
		})
	}
	return found
}

func isHidden(lit *ast.CompositeLit) bool {
	for _, el := range lit.Elts {
		if kv, ok := el.(*ast.KeyValueExpr); ok && types.ExprString(kv.Key) == "Hidden" && types.ExprString(kv.Value) == "true" {
			return true
		}
	}
	return false
}

func mentions(info *types.Info, n ast.Node, obj types.Object) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && info.Uses[id] == obj
		return !found
	})
	return found
}

// typeDoc returns the comment of a type of the package.
func typeDoc(pass *rule.Pass, name string) string {
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			gen, ok := d.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, s := range gen.Specs {
				if t, ok := s.(*ast.TypeSpec); ok && t.Name.Name == name {
					return t.Doc.Text() + gen.Doc.Text()
				}
			}
		}
	}
	return ""
}
