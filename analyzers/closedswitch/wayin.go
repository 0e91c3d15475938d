package closedswitch

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// wayIn says whether somebody outside the package can bring a client of their own to the choice in fn (nil: in a table): fn takes one or
// a function that makes one, an exported function or method keeps one, or an exported map or list holds them.
func (b *builders) wayIn(fn *ast.FuncDecl, makes set) bool {
	if fn != nil && b.takes(b.pass.TypesInfo.Defs[fn.Name].(*types.Func), makes) {
		return true
	}
	for _, name := range b.pass.Pkg.Scope().Names() {
		v, ok := b.pass.Pkg.Scope().Lookup(name).(*types.Var)
		if ok && v.Exported() && isList(v.Type()) && b.brings(v.Type().Underlying().(interface{ Elem() types.Type }).Elem(), makes) {
			return true
		}
	}
	for obj, decl := range b.bodies {
		if decl != fn && obj.Exported() && b.takes(obj, makes) && b.keeps(decl) {
			return true
		}
	}
	return false
}

// takes says whether a parameter can bring a client.
func (b *builders) takes(fn *types.Func, makes set) bool {
	for p := range fn.Signature().Params().Variables() {
		if b.brings(p.Type(), makes) {
			return true
		}
	}
	return false
}

// brings says whether a value of type t can be somebody else's client: t is an interface that these clients implement, or a function
// or container that gives one.
func (b *builders) brings(t types.Type, makes set) bool {
	switch u := t.Underlying().(type) {
	case *types.Interface:
		// To take an io.Closer or any is no invitation.
		return u.NumMethods() > 0 && !b.standard(t) && slices.ContainsFunc(makes, func(m made) bool {
			return types.Implements(types.NewPointer(m.name.Type()), u)
		})
	case *types.Signature:
		return u.Results().Len() > 0 && b.brings(u.Results().At(0).Type(), makes)
	case *types.Map:
		return b.brings(u.Elem(), makes)
	case *types.Slice:
		return b.brings(u.Elem(), makes)
	}
	return false
}

// standard says whether a type is the standard library's, whose import paths start with a word that has no dot; so may those of a
// module of one's own.
func (b *builders) standard(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	root, _, _ := strings.Cut(n.Obj().Pkg().Path(), "/")
	own, _, _ := strings.Cut(b.pass.Pkg.Path(), "/")
	return root != own && !strings.Contains(root, ".")
}

// keeps says whether a function changes something that outlives it: a variable of the package, or its receiver.
func (b *builders) keeps(fn *ast.FuncDecl) bool {
	kept := false
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		v, ok := b.pass.TypesInfo.Uses[id].(*types.Var)
		if ok && (v.Parent() == b.pass.Pkg.Scope() || fn.Recv != nil && fn.Recv.Pos() <= v.Pos() && v.Pos() < fn.Recv.End()) {
			kept = true
		}
		return true
	})
	return kept
}
