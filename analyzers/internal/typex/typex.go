// Package typex answers the questions about types that go/types leaves to its users and that several rules ask.
package typex

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

// Deref returns what t points to, or t itself if it is no pointer. A named pointer type is a pointer too.
func Deref(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// Named returns the named type that t is or points to, or nil. An instance of a generic type is returned as it is. A
// named pointer type is returned itself, since its methods and its package are not those of what it points to.
func Named(t types.Type) *types.Named {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, _ := types.Unalias(t).(*types.Named)
	return n
}

// Struct returns the struct that t is or points to, or nil.
func Struct(t types.Type) *types.Struct {
	st, _ := Deref(t).Underlying().(*types.Struct)
	return st
}

// Walk calls visit for t and then for the types that visit returned, each type once. Types may contain themselves, and
// not only structs: type T map[string]T, type F func() F and type P *P are all valid.
func Walk(t types.Type, visit func(t types.Type) (next []types.Type)) {
	var seen typeutil.Map
	for todo := []types.Type{t}; len(todo) > 0; {
		t, todo = todo[len(todo)-1], todo[:len(todo)-1]
		if t == nil || seen.Set(t, true) != nil {
			continue
		}
		todo = append(todo, visit(t)...)
	}
}

// Elems returns the types that a pointer, slice, array, channel or map has elements of, a map's keys included; of a named
// type those of its underlying type.
func Elems(t types.Type) []types.Type {
	switch u := t.Underlying().(type) {
	case *types.Map:
		return []types.Type{u.Key(), u.Elem()}
	case interface{ Elem() types.Type }:
		return []types.Type{u.Elem()}
	}
	return nil
}

// ExportedFields returns the types of the exported fields of a struct, in their order.
func ExportedFields(st *types.Struct) (fields []types.Type) {
	for f := range st.Fields() {
		if f.Exported() {
			fields = append(fields, f.Type())
		}
	}
	return fields
}

// IsError reports whether t is the type error.
func IsError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

// IsString reports whether t is a string type.
func IsString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// IsText reports whether the underlying type of t is a string or a slice of bytes.
func IsText(t types.Type) bool {
	if list, ok := t.Underlying().(*types.Slice); ok {
		b, ok := list.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return IsString(t)
}

// IsStd reports whether an import path is one of the standard library, as far as a path can tell: its first element has no
// dot. So may that of a module which is not published: own is a path of the code under check, and what begins like it is
// not the standard library.
func IsStd(path, own string) bool {
	root, _, _ := strings.Cut(path, "/")
	ownRoot, _, _ := strings.Cut(own, "/")
	return root != ownRoot && !strings.Contains(root, ".")
}

// HasMethod reports whether an interface has a method of that name, its own or embedded.
func HasMethod(i *types.Interface, name string) bool {
	for m := range i.Methods() {
		if m.Name() == name {
			return true
		}
	}
	return false
}

// Method returns the exported method of that name of t or of a pointer to t, its own or promoted, or nil.
func Method(t types.Type, name string) *types.Func {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	fn, _ := obj.(*types.Func)
	return fn
}
