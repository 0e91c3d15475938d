package uncancellable

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/contexts"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// exported returns the name of a function that other packages can call and that leads to fn without a context on the way, or "".
func (c *checker) exported(fn *ssa.Function, seen map[*ssa.Function]bool) string {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	if seen[fn] || !c.pass.Importable() || contexts.InScope(fn) != nil || inTest(fn) {
		return ""
	}
	seen[fn] = true
	obj, ok := fn.Object().(*types.Func)
	if !ok {
		return ""
	}
	if open(obj) {
		return flow.ShortName(obj)
	}
	for _, other := range c.info.Flow().Funcs {
		for _, b := range other.Blocks {
			for _, in := range b.Instrs {
				if call, ok := in.(*ssa.Call); ok && flow.Callee(call.Common()) == fn {
					if out := c.exported(other, seen); out != "" {
						return out
					}
				}
			}
		}
	}
	return ""
}

// inTest reports whether a function gets what tests get: they have the deadline of go test.
func inTest(fn *ssa.Function) bool {
	for _, p := range fn.Params {
		switch types.TypeString(p.Type(), nil) {
		case "*testing.T", "*testing.B", "testing.TB":
			return true
		}
	}
	return false
}

// open reports whether other packages can call a function by name: it is exported, and so is the type of its receiver. The
// method of a foreign interface cannot take a context, for the interface has none.
func open(fn *types.Func) bool {
	if !fn.Exported() {
		return false
	}
	recv := fn.Signature().Recv()
	if recv == nil {
		return true
	}
	t := recv.Type()
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Exported() && !dictated(fn, recv.Type())
}

// dictated reports whether a method's signature is that of an interface of a package that this one imports.
func dictated(fn *types.Func, recv types.Type) bool {
	for _, p := range fn.Pkg().Imports() {
		for _, name := range p.Scope().Names() {
			t, ok := p.Scope().Lookup(name).(*types.TypeName)
			if !ok || !t.Exported() {
				continue
			}
			if i, ok := t.Type().Underlying().(*types.Interface); ok && !i.Empty() && i.IsMethodSet() && has(i, fn.Name()) && types.Implements(recv, i) {
				return true
			}
		}
	}
	return false
}

func has(i *types.Interface, method string) bool {
	for m := range i.Methods() {
		if m.Name() == method {
			return true
		}
	}
	return false
}
