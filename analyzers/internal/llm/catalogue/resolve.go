package catalogue

import (
	"fmt"
	"go/types"
	"strings"
)

// Unresolved returns what of an entry does not exist in its package, with the nearest name that does, or "" if all of it exists.
func (e *Entry) Unresolved(pkg *types.Package) string {
	name := strings.TrimPrefix(strings.TrimLeft(e.Symbol, "(*"), e.Package()+".")
	name, member, _ := strings.Cut(name, ".")
	name = strings.TrimSuffix(name, ")")
	obj := pkg.Scope().Lookup(name)
	if obj == nil {
		return fmt.Sprintf("package %s has no %s%s", pkg.Path(), name, didYouMean(name, pkg.Scope().Names()))
	}
	if wrong := e.wrongObject(obj, member); wrong != "" {
		return wrong
	}
	if member == "" {
		if fn, ok := obj.Type().Underlying().(*types.Signature); ok {
			return e.unresolvedPlace(fn)
		}
		return ""
	}
	found, _, _ := types.LookupFieldOrMethod(obj.Type(), true, pkg, member)
	switch found := found.(type) {
	case nil:
		return fmt.Sprintf("%s has no %s%s", name, member, didYouMean(member, members(obj.Type())))
	case *types.Func:
		if full := withoutTypeParams(found.Origin().FullName()); full != e.Symbol {
			return "it is declared as " + full
		}
		return e.unresolvedPlace(found.Signature())
	}
	return ""
}

// wrongObject returns why an object, or its member, is not what the place asks for, or "".
func (e *Entry) wrongObject(obj types.Object, member string) string {
	_, isType := obj.(*types.TypeName)
	_, isConst := obj.(*types.Const)
	_, isVar := obj.(*types.Var)
	_, isFunc := obj.(*types.Func)
	switch {
	case e.Place == "type" && !isType, member != "" && !isType:
		return obj.Name() + " is not a type"
	case e.Place == "const" && !isConst:
		return obj.Name() + " is not a constant"
	case e.Place == "var" && !isVar:
		return obj.Name() + " is not a variable"
	case member == "" && e.Place != "type" && e.Place != "const" && e.Place != "var" && !isFunc && !isVar:
		return obj.Name() + " is not a function"
	}
	return ""
}

// unresolvedPlace returns which of the entry's places a function with that signature does not have, or "".
func (e *Entry) unresolvedPlace(sig *types.Signature) string {
	for _, place := range []string{e.Place, e.To} {
		if _, ok := SlotOf(sig, place); ok || place == "" {
			continue
		}
		name, isParam := strings.CutPrefix(place, "arg:")
		if !isParam {
			return fmt.Sprintf("it has no %s: %s", place, types.TypeString(sig, (*types.Package).Name))
		}
		name = strings.TrimSuffix(name, "...")
		var known []string
		for p := range sig.Params().Variables() {
			known = append(known, p.Name())
		}
		if hint := didYouMean(name, known); hint != "" || len(known) == 0 {
			return fmt.Sprintf("it has no parameter %s%s", name, hint)
		}
		return fmt.Sprintf("it has no parameter %s; want one of %s", name, list(known))
	}
	return ""
}

// members returns the names of the fields and methods of a type.
func members(t types.Type) (names []string) {
	if s, ok := t.Underlying().(*types.Struct); ok {
		for f := range s.Fields() {
			names = append(names, f.Name())
		}
	}
	if !types.IsInterface(t) {
		t = types.NewPointer(t)
	}
	for m := range types.NewMethodSet(t).Methods() {
		names = append(names, m.Obj().Name())
	}
	return names
}
