package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// namedTypes holds the named types of the code under check that are visible here: the package's own and those of the packages it
// imports, directly or not.
type namedTypes struct {
	interfaces, concrete []*types.Named
	methods              map[*types.Func][]*types.Func // memo of both directions
}

func (p *Program) types() *namedTypes {
	if p.named != nil {
		return p.named
	}
	p.named = &namedTypes{methods: map[*types.Func][]*types.Func{}}
	seen := map[*types.Package]bool{}
	var visit func(pkg *types.Package)
	visit = func(pkg *types.Package) {
		if seen[pkg] || !p.world.InModule(pkg) {
			return
		}
		seen[pkg] = true
		for _, name := range pkg.Scope().Names() {
			tn, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if !ok || tn.IsAlias() {
				continue
			}
			n, ok := tn.Type().(*types.Named)
			if !ok {
				continue
			}
			if types.IsInterface(n) {
				p.named.interfaces = append(p.named.interfaces, n)
			} else if n.NumMethods() > 0 || hasEmbedded(n) {
				p.named.concrete = append(p.named.concrete, n)
			}
		}
		for _, imp := range pkg.Imports() {
			visit(imp)
		}
	}
	visit(p.Types)
	return p.named
}

func hasEmbedded(n *types.Named) bool {
	st, ok := n.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for i := range st.NumFields() {
		if st.Field(i).Embedded() {
			return true
		}
	}
	return false
}

// Implementations returns the methods that a call of an interface method may reach, in the visible code under check.
func (p *Program) Implementations(m *types.Func) []*types.Func {
	m = m.Origin()
	all := p.types()
	if out, ok := all.methods[m]; ok {
		return out
	}
	var out []*types.Func
	if iface := interfaceOf(m); iface != nil && m.Pkg() != nil && p.world.InModule(m.Pkg()) || iface != nil && iface.NumMethods() > 1 {
		for _, n := range all.concrete {
			if f := methodNamed(n, m); f != nil && f.Signature().Recv() != nil && !types.IsInterface(f.Signature().Recv().Type()) && implements(n, iface) {
				out = append(out, f.Origin())
			}
		}
	}
	all.methods[m] = out
	return out
}

// InterfaceMethods returns the interface methods through which a method may be called: those of the visible interfaces that
// its receiver implements.
func (p *Program) InterfaceMethods(f *types.Func) []*types.Func {
	f = f.Origin()
	recv := f.Signature().Recv()
	if recv == nil || types.IsInterface(recv.Type()) {
		return nil
	}
	all := p.types()
	if out, ok := all.methods[f]; ok {
		return out
	}
	t := types.Unalias(recv.Type())
	if ptr, ok := t.(*types.Pointer); ok {
		t = types.Unalias(ptr.Elem())
	}
	var out []*types.Func
	if n, ok := t.(*types.Named); ok {
		for _, i := range all.interfaces {
			iface := i.Underlying().(*types.Interface)
			if m := methodNamed(i, f); m != nil && implements(n.Origin(), iface) {
				out = append(out, m.Origin())
			}
		}
	}
	all.methods[f] = out
	return out
}

func interfaceOf(m *types.Func) *types.Interface {
	recv := m.Signature().Recv()
	if recv == nil {
		return nil
	}
	i, _ := recv.Type().Underlying().(*types.Interface)
	return i
}

func methodNamed(t types.Type, like *types.Func) *types.Func {
	obj, _, _ := types.LookupFieldOrMethod(t, true, like.Pkg(), like.Name())
	f, _ := obj.(*types.Func)
	return f
}

// implements reports whether a type or a pointer to it implements an interface. A generic type does if it has all the methods,
// since its type arguments are unknown here.
func implements(n *types.Named, iface *types.Interface) bool {
	if n.TypeParams().Len() > 0 {
		for i := range iface.NumMethods() {
			if methodNamed(n, iface.Method(i)) == nil {
				return false
			}
		}
		return iface.NumMethods() > 0
	}
	return types.Implements(n, iface) || types.Implements(types.NewPointer(n), iface)
}

// implementations returns the implementations that have a body in this package.
func (p *Program) implementations(m *types.Func) []*ssa.Function {
	var out []*ssa.Function
	for _, f := range p.Implementations(m) {
		if f.Pkg() == p.Types {
			if fn := p.SSA.Prog.FuncValue(f); fn != nil {
				out = append(out, fn)
			}
		}
	}
	return out
}
