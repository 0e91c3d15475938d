package flow

import (
	"go/types"
)

// mutable reports whether a value of that type is a reference that others can write through.
func mutable(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Slice, *types.Chan:
		return true
	case *types.Interface:
		return !IsError(t)
	}
	return false
}

func (p *Program) foreignStruct(t types.Type) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && !p.world.Ours(n.Obj().Pkg())
}

// IsContext reports whether a type is context.Context.
func IsContext(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "Context" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "context"
}

// IsError reports whether a type is error.
func IsError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

// Carries reports whether a value of a type may carry text that this package follows by value. A struct of the code
// under check carries none: its fields are places of their own. An error carries none either: what it says is
// about a failure, not meant for whom the text is for.
func (p *Program) Carries(t types.Type) bool { return p.carries(t, 0) }

func (p *Program) carries(t types.Type, depth int) bool {
	if depth > 5 {
		return false
	}
	if IsError(t) {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0 || u.Kind() == types.Byte || u.Kind() == types.UnsafePointer
	case *types.Pointer:
		return p.carries(u.Elem(), depth+1)
	case *types.Slice:
		return p.carries(u.Elem(), depth+1)
	case *types.Array:
		return p.carries(u.Elem(), depth+1)
	case *types.Chan:
		return p.carries(u.Elem(), depth+1)
	case *types.Map:
		return p.carries(u.Elem(), depth+1)
	case *types.Struct:
		return p.foreignStruct(t)
	case *types.Interface, *types.Signature, *types.Tuple:
		return true
	}
	return true // a type parameter
}
