package uncancellable

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/contexts"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A callers is what is known of the functions that reach a call without a context on the way.
type callers struct {
	exported *types.Func // the first that other packages can call, or nil
	lasts    bool        // one of them makes the call in a loop, or in a goroutine that somebody waits for
	seen     map[*ssa.Function]bool
}

func (c *checker) searchCallers(fn *ssa.Function, call ssa.CallInstruction) *callers {
	s := &callers{seen: map[*ssa.Function]bool{}, lasts: isRepeated(call)}
	if c.pass.Importable() {
		c.searchUp(fn, s)
	}
	return s
}

func (c *checker) searchUp(fn *ssa.Function, s *callers) {
	s.lasts = s.lasts || isAwaited(fn)
	returned := isReturnedLiteral(fn) // whoever runs it is not the caller of the function that makes it
	fn = ssax.Outermost(fn)
	if s.seen[fn] || inTest(fn) {
		return
	}
	s.seen[fn] = true
	obj, ok := fn.Object().(*types.Func)
	if given, _ := contexts.InScope(fn); !ok || given != nil {
		return
	}
	if s.exported == nil && c.isPublicAPI(obj) {
		s.exported = obj
	}
	for _, call := range c.info.Flow().Callers(fn) {
		if isDetached(call.Parent(), call) && !isAwaited(call.Parent()) && !isAwaited(fn) {
			continue // nobody waits for it
		}
		s.lasts = s.lasts || !returned && isRepeated(call)
		c.searchUp(call.Parent(), s)
	}
}

// isRepeated reports whether a call lies in a loop, or in a function literal that is made in one.
func isRepeated(call ssa.CallInstruction) bool {
	at := ssa.Instruction(call)
	for at != nil {
		fn := at.Parent()
		for _, loop := range ssax.Loops(fn) {
			if loop.Blocks[at.Block()] {
				return true
			}
		}
		at = nil
		if fn.Parent() == nil || isReturnedLiteral(fn) {
			break
		}
		for in := range ssax.Instructions(fn.Parent()) {
			if made, ok := in.(*ssa.MakeClosure); ok && made.Fn == fn {
				at = made
			}
		}
	}
	return false
}

// isReturnedLiteral reports whether a function literal, or one that it is in, is returned by the function that makes it.
func isReturnedLiteral(fn *ssa.Function) bool {
	for ; fn.Parent() != nil; fn = fn.Parent() {
		for _, end := range flow.Returns(fn.Parent()) {
			if slices.ContainsFunc(end.Results, func(v ssa.Value) bool { return literal(v) == fn }) {
				return true
			}
		}
	}
	return false
}

// mayHang reports whether a call waits forever for a server that does not answer: its SDK has no timeout, and the package sets none.
func (c *checker) mayHang(call ssa.CallInstruction) bool {
	fn := flow.FuncObject(call.Common())
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	sdk := c.info.Catalogue().SDKOf(fn.Pkg().Path())
	return sdk != nil && sdk.Default("timeout", fn.Pkg().Path()) == "none" && !c.setsTimeout(sdk)
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
