package main

import (
	"errors"
	"fmt"
	"go/types"
	"slices"
	"strings"
)

// A selection is the set of objects to keep. False stands for one that only a star asks for: it goes again if it needs what is not kept.
type selection map[types.Object]bool

// add keeps the objects of a package that match the patterns. Each pattern must match something.
func (s selection) add(pkg *types.Package, patterns []string) error {
	for _, pattern := range patterns {
		prefix, glob := strings.CutSuffix(pattern, "*")
		found := false
		for _, name := range pkg.Scope().Names() {
			obj := pkg.Scope().Lookup(name)
			if (name == pattern || glob && strings.HasPrefix(name, prefix)) && obj.Exported() {
				s.keep(obj, !glob)
				found = true
			}
		}
		if !found {
			return fmt.Errorf("%s has no %s", pkg.Path(), pattern)
		}
	}
	return nil
}

// keep adds an object, and the unexported types of its package that its users see through: what it embeds, what its type
// parameters are bound by, what an option of function type changes.
func (s selection) keep(obj types.Object, named bool) {
	if _, ok := s[obj]; ok {
		s[obj] = s[obj] || named
		return
	}
	s[obj] = named
	if f, ok := obj.(*types.Func); ok {
		s.keepConstraints(f.Signature().TypeParams())
	}
	name, ok := obj.(*types.TypeName)
	if !ok {
		return
	}
	if n, ok := name.Type().(*types.Named); ok {
		s.keepConstraints(n.TypeParams())
	}
	if name.IsAlias() {
		return
	}
	switch t := name.Type().Underlying().(type) {
	case *types.Struct:
		for f := range t.Fields() {
			if f.Embedded() {
				s.keepHidden(f.Type())
			}
		}
	case *types.Signature: // an option: func(*options)
		for p := range t.Params().Variables() {
			s.keepHidden(p.Type())
		}
	}
}

func (s selection) keepConstraints(list *types.TypeParamList) {
	for tp := range list.TypeParams() {
		s.keepHidden(tp.Constraint())
	}
}

func (s selection) keepHidden(t types.Type) {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := t.(*types.Named); ok && !n.Obj().Exported() && n.Obj().Pkg() != nil {
		s.keep(n.Obj(), true)
	}
}

// prune drops what cannot be written with what is kept, until all can. It fails on objects that were asked for by name.
func (s selection) prune() error {
	var failed []string
	for again := true; again; {
		again = false
		for obj, named := range s {
			m := s.needs(obj)
			if m == "" {
				continue
			}
			if named {
				failed = append(failed, fmt.Sprintf("%s.%s needs %s", obj.Pkg().Path(), obj.Name(), m))
			}
			delete(s, obj)
			again = true
		}
	}
	if len(failed) > 0 {
		slices.Sort(failed)
		return errors.New(strings.Join(failed, "\n"))
	}
	return nil
}

// needs returns a type that the declaration of an object cannot do without and that is not kept, or "". A struct can do without any.
func (s selection) needs(obj types.Object) string {
	t := obj.Type()
	if name, ok := obj.(*types.TypeName); ok {
		if alias, ok := t.(*types.Alias); ok && name.IsAlias() {
			return s.missing(alias.Rhs())
		}
		t = t.Underlying()
		if _, ok := t.(*types.Struct); ok {
			return ""
		}
	}
	return s.missing(t)
}

// missing returns the first type that a type mentions and that is not kept, or "".
func (s selection) missing(t types.Type) string {
	name := func(obj *types.TypeName) string {
		if _, ok := s[obj]; ok || obj.Pkg() == nil || standard(obj.Pkg().Path()) && obj.Exported() {
			return ""
		}
		return obj.Pkg().Path() + "." + obj.Name()
	}
	list := func(n int, at func(int) types.Type) string {
		for i := range n {
			if m := s.missing(at(i)); m != "" {
				return m
			}
		}
		return ""
	}
	switch t := t.(type) {
	case *types.Alias:
		return name(t.Obj())
	case *types.Named:
		if m := name(t.Obj()); m != "" {
			return m
		}
		return list(t.TypeArgs().Len(), t.TypeArgs().At)
	case *types.Pointer:
		return s.missing(t.Elem())
	case *types.Slice:
		return s.missing(t.Elem())
	case *types.Array:
		return s.missing(t.Elem())
	case *types.Chan:
		return s.missing(t.Elem())
	case *types.Map:
		return list(2, func(i int) types.Type { return []types.Type{t.Key(), t.Elem()}[i] })
	case *types.Tuple:
		return list(t.Len(), func(i int) types.Type { return t.At(i).Type() })
	case *types.Signature:
		return list(2, func(i int) types.Type { return []types.Type{t.Params(), t.Results()}[i] })
	case *types.Struct:
		return list(t.NumFields(), func(i int) types.Type { return t.Field(i).Type() })
	case *types.Union:
		return list(t.Len(), func(i int) types.Type { return t.Term(i).Type() })
	case *types.Interface:
		if m := list(t.NumExplicitMethods(), func(i int) types.Type { return t.ExplicitMethod(i).Type() }); m != "" {
			return m
		}
		return list(t.NumEmbeddeds(), t.EmbeddedType)
	}
	return ""
}

// standard reports whether a package is one of the standard library, which is always at hand.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}
