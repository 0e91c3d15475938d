package agentloop

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// callDepth bounds the calls through which a turn is followed to a count or a wait.
const callDepth = 3

// counters finds the counters of a package's functions. It caches results, since each call of each loop queries the same functions.
type counters struct {
	known  map[reach]bool
	stores map[*ssa.Function][]ssa.Value
}

// A reach is a function and the remaining depth of calls.
type reach struct {
	fn    *ssa.Function
	depth int
}

// hasLimit reports whether a function of this package, or a callee, counts in a field and tests the count.
func (c *counters) hasLimit(fn *ssa.Function, depth int) bool {
	if fn == nil || depth == 0 {
		return false
	}
	key := reach{fn, depth}
	known, ok := c.known[key]
	if !ok {
		c.known[key] = false
		known = c.computeHasLimit(fn, depth)
		c.known[key] = known
	}
	return known
}

func (c *counters) computeHasLimit(fn *ssa.Function, depth int) bool {
	for in := range ssax.Instructions(fn) {
		switch in := in.(type) {
		case *ssa.BinOp:
			if load, ok := in.X.(*ssa.UnOp); ok && isLimitTest(in) && load.Op == token.MUL && c.isIncremented(load.X) {
				return true
			}
		case *ssa.Call:
			if callee := flow.Callee(in.Common()); callee != fn && c.hasLimit(callee, depth-1) {
				return true
			}
		}
	}
	return false
}

// isIncremented reports whether the number at an address changes by a step somewhere in the function or its literals.
func (c *counters) isIncremented(addr ssa.Value) bool {
	ptr, ok := addr.Type().Underlying().(*types.Pointer)
	if !ok || !isNumber(ptr.Elem()) {
		return false
	}
	addr = capturedVariable(addr)
	fn := addr.Parent()
	return fn != nil && slices.ContainsFunc(c.increments(fn), func(other ssa.Value) bool { return sameAddr(other, addr) })
}

// increments returns the addresses in a function and its literals at which a number changes by a step.
func (c *counters) increments(fn *ssa.Function) []ssa.Value {
	out, ok := c.stores[fn]
	if !ok {
		for in := range ssax.Instructions(fn) {
			if s, ok := in.(*ssa.Store); ok && isIncrement(s) {
				out = append(out, s.Addr)
			}
		}
		for _, lit := range fn.AnonFuncs {
			out = append(out, c.increments(lit)...)
		}
		c.stores[fn] = out
	}
	return out
}

// isIncrement reports whether a store adds to the value at its address.
func isIncrement(s *ssa.Store) bool {
	return isDerived(s.Val, func(v ssa.Value) bool {
		load, ok := v.(*ssa.UnOp)
		return ok && load.Op == token.MUL && sameAddr(load.X, s.Addr)
	})
}

// capturedVariable returns the variable of the enclosing function that a function literal captures.
func capturedVariable(addr ssa.Value) ssa.Value {
	for {
		free, ok := addr.(*ssa.FreeVar)
		if !ok {
			return addr
		}
		lit, bound := free.Parent(), ssa.Value(nil)
		for _, in := range flow.Uses(lit) {
			if mc, ok := in.(*ssa.MakeClosure); ok && mc.Fn == lit {
				bound = mc.Bindings[slices.Index(lit.FreeVars, free)]
			}
		}
		if bound == nil {
			return addr
		}
		addr = bound
	}
}

func sameAddr(a, b ssa.Value) bool {
	if capturedVariable(a) == capturedVariable(b) {
		return true
	}
	f, ok1 := a.(*ssa.FieldAddr)
	g, ok2 := b.(*ssa.FieldAddr)
	return ok1 && ok2 && f.Field == g.Field && types.Identical(f.X.Type(), g.X.Type())
}

// isDerived reports whether v is a matching value plus or minus another, through phis.
func isDerived(v ssa.Value, is func(ssa.Value) bool) bool {
	seen := map[ssa.Value]bool{}
	var from func(v ssa.Value, added bool) bool
	from = func(v ssa.Value, added bool) bool {
		if added && is(v) {
			return true
		}
		if seen[v] {
			return false
		}
		seen[v] = true
		switch v := v.(type) {
		case *ssa.BinOp:
			return (v.Op == token.ADD || v.Op == token.SUB) && (from(v.X, true) || from(v.Y, true))
		case *ssa.Phi:
			return slices.ContainsFunc(v.Edges, func(e ssa.Value) bool { return from(e, false) })
		}
		return false
	}
	return from(v, false)
}
