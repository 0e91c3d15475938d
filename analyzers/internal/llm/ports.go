package llm

import (
	"go/types"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A port is an interface method with the methods that implement it.
type port struct {
	method    *types.Func
	methods   []*types.Func
	nonVoting int // implementations that prove nothing: stand-ins, and decorators of another implementation
}

// voters returns the number of implementations that count, given that n of them agree.
func (p *port) voters(n int) int { return max(n, len(p.methods)-p.nonVoting) }

// findPorts lists the interface methods that the module both declares and implements, in the order of the units, and the types
// that implement each interface. Interfaces of the standard library and of other modules are left out: they are too general.
func findPorts(units []*Unit) ([]*port, map[*types.Named][]*types.Named) {
	var ifaces []*types.Named
	concrete := map[string][]*types.Named{} // by the name of a method that they declare
	done := map[string]bool{}
	for _, u := range units {
		if done[u.Types.Path()] {
			continue // the same package, with its tests
		}
		done[u.Types.Path()] = true
		scope := u.Types.Scope()
		for _, name := range scope.Names() {
			tn, ok := scope.Lookup(name).(*types.TypeName)
			if !ok || tn.IsAlias() || u.InTests(tn) {
				continue
			}
			n, ok := tn.Type().(*types.Named)
			if !ok {
				continue
			}
			if types.IsInterface(n) {
				ifaces = append(ifaces, n)
				continue
			}
			for m := range n.Methods() {
				concrete[m.Name()] = append(concrete[m.Name()], n)
			}
		}
	}
	var out []*port
	all := map[*types.Named][]*types.Named{}
	for _, n := range ifaces {
		iface := n.Underlying().(*types.Interface)
		var rarest, implementing []*types.Named // the types with the interface's rarest method, and those of them that implement it
		for m := range iface.ExplicitMethods() {
			if candidates := concrete[m.Name()]; len(candidates) > 0 && (rarest == nil || len(candidates) < len(rarest)) {
				rarest = candidates
			}
		}
		for _, c := range rarest {
			if implementsAny(c, n) {
				implementing = append(implementing, c)
			}
		}
		all[n] = implementing
		for m := range iface.ExplicitMethods() {
			p := &port{method: m}
			for _, c := range implementing {
				if f := methodOf(c, m); f != nil {
					p.methods = append(p.methods, f)
					if isStandIn(c) || isDecorator(c, m) {
						p.nonVoting++
					}
				}
			}
			if len(p.methods) > 0 {
				out = append(out, p)
			}
		}
	}
	return out, all
}

// methodOf returns the method of a concrete type that a call of an interface method runs.
func methodOf(c *types.Named, m *types.Func) *types.Func {
	obj, _, _ := types.LookupFieldOrMethod(c, true, m.Pkg(), m.Name())
	f, ok := obj.(*types.Func)
	if !ok || types.IsInterface(f.Signature().Recv().Type()) {
		return nil
	}
	return f.Origin()
}

// implementsAny reports whether a type or a pointer to it implements an interface, for some type arguments if either is generic:
// then the methods must agree in names, in the numbers of parameters and results, and in types without type parameters.
func implementsAny(c, iface *types.Named) bool {
	i := iface.Underlying().(*types.Interface)
	if c.TypeParams().Len() == 0 && iface.TypeParams().Len() == 0 {
		return types.Implements(c, i) || types.Implements(types.NewPointer(c), i)
	}
	for m := range i.Methods() {
		f := methodOf(c, m)
		if f == nil || !sameShape(f.Signature().Params(), m.Signature().Params()) || !sameShape(f.Signature().Results(), m.Signature().Results()) {
			return false
		}
	}
	return i.NumMethods() > 0
}

func sameShape(a, b *types.Tuple) bool {
	if a.Len() != b.Len() {
		return false
	}
	for i := range a.Len() {
		s, t := a.At(i).Type(), b.At(i).Type()
		if !hasTypeParam(s, 0) && !hasTypeParam(t, 0) && !types.Identical(s, t) {
			return false
		}
	}
	return true
}

// hasTypeParam reports whether a type contains a type parameter.
func hasTypeParam(t types.Type, depth int) bool {
	if depth > 5 {
		return false
	}
	switch u := types.Unalias(t).(type) {
	case *types.TypeParam:
		return true
	case *types.Named:
		for a := range u.TypeArgs().Types() {
			if hasTypeParam(a, depth+1) {
				return true
			}
		}
	case interface{ Elem() types.Type }:
		return hasTypeParam(u.Elem(), depth+1)
	}
	return false
}

// isDecorator reports whether a type wraps another implementation: it has a field, embedded or not, of an interface with the method.
func isDecorator(c *types.Named, m *types.Func) bool {
	st, ok := c.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
		t := f.Type()
		if s, ok := t.Underlying().(*types.Slice); ok {
			t = s.Elem() // several to choose from, as a fallback does
		}
		if !types.IsInterface(t) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(t, false, m.Pkg(), m.Name())
		if g, ok := obj.(*types.Func); ok && types.Identical(g.Type(), m.Type()) {
			return true
		}
	}
	return false
}

// standInWords are words in the names of types and packages for test doubles.
var standInWords = []string{"fake", "mock", "mocks", "stub", "dummy", "noop", "nop", "null", "echo", "spy", "recorder", "replay", "scripted", "canned", "test", "tests", "testing", "fakes", "stubs"}

// isStandIn reports whether the name of a type, or of its package, says that it is a test double. Nothing else tells a double from
// an implementation that needs no model.
func isStandIn(c *types.Named) bool { return isNamedAs(c, standInWords) }

// doubleWords are those of standInWords that no other type is called by: a TestWriter may be an agent.
var doubleWords = []string{"fake", "mock", "mocks", "stub", "dummy", "fakes", "stubs"}

// isOfDouble reports whether a method is one of a test double. What it returns stands for what the real one reads elsewhere.
func isOfDouble(f *types.Func) bool {
	n, ok := types.Unalias(typex.Deref(f.Signature().Recv().Type())).(*types.Named)
	return ok && isNamedAs(n, doubleWords)
}

func isNamedAs(c *types.Named, names []string) bool {
	words := shape.Words(c.Obj().Name())
	if pkg := c.Obj().Pkg(); pkg != nil {
		words = append(words, pkg.Name(), strings.TrimSuffix(pkg.Name(), "test"))
		if pkg.Name() != "test" && strings.HasSuffix(pkg.Name(), "test") {
			words = append(words, "test")
		}
	}
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(names, w) })
}
