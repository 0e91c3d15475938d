package uncancellable

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/contexts"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// exportedCaller returns an exported function that reaches fn without a context on the way, or nil.
func (c *checker) exportedCaller(fn *ssa.Function, seen map[*ssa.Function]bool) *types.Func {
	fn = ssax.Outermost(fn)
	if seen[fn] || !c.pass.Importable() || inTest(fn) {
		return nil
	}
	seen[fn] = true
	obj, ok := fn.Object().(*types.Func)
	if given, _ := contexts.InScope(fn); !ok || given != nil {
		return nil
	}
	if c.isPublicAPI(obj) {
		return obj
	}
	for _, call := range c.info.Flow().Callers(fn) {
		if out := c.exportedCaller(call.Parent(), seen); out != nil {
			return out
		}
	}
	return nil
}

// inTest reports whether a function takes a testing type: tests have the deadline of go test.
func inTest(fn *ssa.Function) bool {
	for _, p := range fn.Params {
		switch types.TypeString(p.Type(), nil) {
		case "*testing.T", "*testing.B", "testing.TB":
			return true
		}
	}
	return false
}

// isPublicAPI reports whether other packages can call a function by name: it is exported, and so is the type of its receiver. A
// method that implements an interface of another module cannot add a context.
func (c *checker) isPublicAPI(fn *types.Func) bool {
	if !fn.Exported() {
		return false
	}
	recv := fn.Signature().Recv()
	if recv == nil {
		return true
	}
	n := typex.Named(recv.Type())
	return n != nil && n.Obj().Exported() && !c.isFixedByInterface(fn, recv.Type())
}

// isFixedByInterface reports whether a method's signature is that of an interface of another module, in a package that this one imports.
func (c *checker) isFixedByInterface(fn *types.Func, recv types.Type) bool {
	for _, p := range fn.Pkg().Imports() {
		if c.pass.SameModule(p.Path()) {
			continue
		}
		for _, name := range p.Scope().Names() {
			t, ok := p.Scope().Lookup(name).(*types.TypeName)
			if !ok || !t.Exported() {
				continue
			}
			if i, ok := t.Type().Underlying().(*types.Interface); ok && !i.Empty() && i.IsMethodSet() && typex.HasMethod(i, fn.Name()) && types.Implements(recv, i) {
				return true
			}
		}
	}
	return false
}
