package closedswitch

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// isExtensible reports whether importers can pass a client of their own to the choice in fn (nil: in a table): fn takes one or a
// constructor, an exported function or method stores one, or an exported map or list holds them.
func (r *resolver) isExtensible(fn *ast.FuncDecl, makes clientSet) bool {
	if fn != nil && r.takesClient(r.pass.TypesInfo.Defs[fn.Name].(*types.Func), makes) {
		return true
	}
	for _, name := range r.pass.Pkg.Scope().Names() {
		v, ok := r.pass.Pkg.Scope().Lookup(name).(*types.Var)
		if ok && v.Exported() && isList(v.Type()) && r.acceptsClient(v.Type().Underlying().(interface{ Elem() types.Type }).Elem(), makes) {
			return true
		}
	}
	for obj, decl := range r.bodies {
		if decl != fn && obj.Exported() && r.takesClient(obj, makes) && r.storesState(decl) {
			return true
		}
	}
	return false
}

// takesClient reports whether a parameter accepts a client.
func (r *resolver) takesClient(fn *types.Func, makes clientSet) bool {
	for p := range fn.Signature().Params().Variables() {
		if r.acceptsClient(p.Type(), makes) {
			return true
		}
	}
	return false
}

// acceptsClient reports whether a value of type t can be an importer's client: t is an interface that these clients implement, or a
// function or container that yields one.
func (r *resolver) acceptsClient(t types.Type, makes clientSet) bool {
	found := false
	typex.Walk(t, func(t types.Type) []types.Type {
		switch u := t.Underlying().(type) {
		case *types.Interface:
			// io.Closer or any is no extension point.
			found = found || u.NumMethods() > 0 && !r.isStdType(t) && slices.ContainsFunc(makes, func(m client) bool {
				return types.Implements(types.NewPointer(m.name.Type()), u)
			})
		case *types.Signature:
			if u.Results().Len() > 0 {
				return []types.Type{u.Results().At(0).Type()}
			}
		case *types.Map:
			return []types.Type{u.Elem()}
		case *types.Slice:
			return []types.Type{u.Elem()}
		}
		return nil
	})
	return found
}

// isStdType reports whether a type is declared in the standard library.
func (r *resolver) isStdType(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && typex.IsStd(n.Obj().Pkg().Path(), r.pass.Pkg.Path())
}

// storesState reports whether a function changes state that outlives it: a package variable or its receiver.
func (r *resolver) storesState(fn *ast.FuncDecl) bool {
	kept := false
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		v, ok := r.pass.TypesInfo.Uses[id].(*types.Var)
		if ok && (v.Parent() == r.pass.Pkg.Scope() || fn.Recv != nil && fn.Recv.Pos() <= v.Pos() && v.Pos() < fn.Recv.End()) {
			kept = true
		}
		return true
	})
	return kept
}
