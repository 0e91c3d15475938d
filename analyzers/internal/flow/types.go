package flow

import (
	"go/types"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// mutable reports whether a value of a type is a reference through which other code can write.
func mutable(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Slice, *types.Chan:
		return true
	case *types.Interface:
		return !typex.IsError(t)
	}
	return false
}

func (p *Program) foreignStruct(t types.Type) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && !p.world.InModule(n.Obj().Pkg())
}

// IsContext reports whether a type is context.Context.
func IsContext(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "Context" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "context"
}

// CarriesText reports whether a value of a type may carry text that this package follows by value. A struct of the code
// under check does not: its fields are places of their own. Nor does an error, whose text is about a failure.
func (p *Program) CarriesText(t types.Type) bool { return p.carriesText(t, 0) }

func (p *Program) carriesText(t types.Type, depth int) bool {
	if depth > 5 {
		return false
	}
	if typex.IsError(t) {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0 || u.Kind() == types.Byte || u.Kind() == types.UnsafePointer
	case *types.Pointer:
		return p.carriesText(u.Elem(), depth+1)
	case *types.Slice:
		return p.carriesText(u.Elem(), depth+1)
	case *types.Array:
		return p.carriesText(u.Elem(), depth+1)
	case *types.Chan:
		return p.carriesText(u.Elem(), depth+1)
	case *types.Map:
		return p.carriesText(u.Elem(), depth+1)
	case *types.Struct:
		return p.foreignStruct(t)
	case *types.Interface, *types.Signature, *types.Tuple:
		return true
	}
	return true // a type parameter
}

// convertPath converts a path into a struct of type from to one into a struct of type to, which has the same fields.
func (s *stepper) convertPath(path *Path, from, to types.Type) *Path {
	st := structBelow(from)
	other := structBelow(to)
	if path == nil || path.Head.Kind != Field || st == nil || other == nil {
		return path
	}
	a, b := st.Underlying().(*types.Struct), other.Underlying().(*types.Struct)
	for i := range a.NumFields() {
		if s.p.key(st, i) == path.Head.Name && i < b.NumFields() {
			return s.p.path(Sel{Kind: Field, Name: s.p.key(other, i)}, path.Tail)
		}
	}
	return path
}

// canHavePart reports whether an object of a type can have the part that a path leads to.
func (p *Program) canHavePart(t types.Type, path *Path) bool {
	if path == nil {
		return true
	}
	key := partOf{t, path}
	can, ok := p.parts[key]
	if !ok {
		p.parts[key] = true // of a type that is in itself
		can = p.hasPart(t, path)
		p.parts[key] = can
	}
	return can
}

type partOf struct {
	typ  types.Type
	path *Path
}

func (p *Program) hasPart(t types.Type, path *Path) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Kind() == types.UnsafePointer
	case *types.Pointer:
		return p.canHavePart(u.Elem(), path)
	case *types.Slice:
		return p.canHavePart(u.Elem(), path)
	case *types.Array:
		return p.canHavePart(u.Elem(), path)
	case *types.Chan:
		return p.canHavePart(u.Elem(), path)
	case *types.Map:
		switch path.Head.Kind {
		case MapKeys:
			return p.canHavePart(u.Key(), path.Tail)
		case MapKey, MapAny:
			return p.canHavePart(u.Elem(), path.Tail) || path.Head.Recursive && p.canHavePart(u.Elem(), path)
		}
		return p.canHavePart(u.Elem(), path) // of a value that a function made of the map's
	case *types.Struct:
		if path.Head.Kind != Field {
			return p.foreignStruct(t) // which is one place
		}
		for i := range u.NumFields() {
			if p.key(t, i) == path.Head.Name {
				return p.canHavePart(u.Field(i).Type(), path.Tail) || path.Head.Recursive
			}
		}
		return false
	}
	return true // an interface, a function, a type parameter
}

// structBelow returns the struct type that values of a type are, point to or are lists of, or nil.
func structBelow(t types.Type) types.Type {
	t = elementOf(t)
	if _, ok := t.Underlying().(*types.Struct); !ok {
		return nil
	}
	return t
}

// elementOf returns the type of what values of a type are, point to or are lists of, at most five levels down.
func elementOf(t types.Type) types.Type {
	for range 5 {
		switch u := t.Underlying().(type) {
		case *types.Pointer:
			t = u.Elem()
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		case *types.Chan:
			t = u.Elem()
		case *types.Map:
			t = u.Elem()
		default:
			return types.Unalias(t)
		}
	}
	return types.Unalias(t)
}

// IsRecord reports whether values of a type, or what they point to or are lists of, are structs that hold data only: such as a request,
// and not a service, which holds others behind interfaces. A record is made for a call, a service once for many.
func (p *Program) IsRecord(t types.Type) bool {
	st := structBelow(t)
	if st == nil {
		return false
	}
	is, ok := p.records[st]
	if !ok {
		p.records[st] = true // of a type that is in itself
		is = p.holdsDataOnly(st.Underlying().(*types.Struct))
		p.records[st] = is
	}
	return is
}

func (p *Program) holdsDataOnly(st *types.Struct) bool {
	for f := range st.Fields() {
		t := elementOf(f.Type())
		switch u := t.Underlying().(type) {
		case *types.Interface:
			if u.NumMethods() > 0 && !typex.IsError(t) && !IsContext(t) {
				return false
			}
		case *types.Struct:
			if !p.IsRecord(t) {
				return false
			}
		}
	}
	return true
}
