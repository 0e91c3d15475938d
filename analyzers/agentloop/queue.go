package agentloop

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// drainsQueue reports whether the head of the loop tests for remaining work: it compares the length of a list, or a number,
// with zero, and neither depends on the model's answer.
func (c *checker) drainsQueue(l *loop) bool {
	test, ok := l.Head.Instrs[len(l.Head.Instrs)-1].(*ssa.If)
	if !ok || l.Blocks[l.Head.Succs[0]] == l.Blocks[l.Head.Succs[1]] {
		return false
	}
	compared, ok := test.Cond.(*ssa.BinOp)
	if !ok || !isNumber(compared.X.Type()) || !isZeroOrOne(compared.Y) && !isZeroOrOne(compared.X) {
		return false
	}
	if which, ok := compared.X.(*ssa.Extract); ok {
		if _, ok := which.Tuple.(*ssa.Select); ok {
			return false // which channel is ready
		}
	}
	return !dependsOn(compared, c.modelCallsIn(l), false)
}

// modelCallsIn matches the instructions of a loop that call the model.
func (c *checker) modelCallsIn(l *loop) func(ssa.Instruction) bool {
	return func(in ssa.Instruction) bool { return l.Blocks[in.Block()] && c.modelCall(in) != "" }
}

// dependsOn reports whether a value is computed from the result of an instruction, as far as its function shows: through
// operands, through what is stored to a variable or to the same field, and, if control is set, through the conditions that choose a value.
func dependsOn(v ssa.Value, on func(ssa.Instruction) bool, control bool) bool {
	seen := map[ssa.Value]bool{}
	var from func(v ssa.Value) bool
	from = func(v ssa.Value) bool {
		in, ok := v.(ssa.Instruction)
		if !ok || seen[v] {
			return false
		}
		seen[v] = true
		if on(in) {
			return true
		}
		if slices.ContainsFunc(storedBelow(v), from) {
			return true
		}
		if field, ok := v.(*ssa.FieldAddr); ok && slices.ContainsFunc(storesToField(field), from) {
			return true
		}
		if phi, ok := v.(*ssa.Phi); ok && control && slices.ContainsFunc(phiConditions(phi), from) {
			return true
		}
		for _, op := range in.Operands(nil) {
			if *op != nil && from(*op) {
				return true
			}
		}
		return false
	}
	return from(v)
}

// storedBelow returns the values stored to an address, or to an element or a field of the object there.
func storedBelow(addr ssa.Value) []ssa.Value {
	out := flow.StoredValues(addr)
	if _, ok := addr.(*ssa.Alloc); ok {
		for _, use := range flow.Uses(addr) {
			switch part := use.(type) {
			case *ssa.IndexAddr:
				out = append(out, flow.StoredValues(part)...)
			case *ssa.FieldAddr:
				out = append(out, flow.StoredValues(part)...)
			}
		}
	}
	return out
}

// phiConditions returns the conditions that choose between the values of a phi, such as the true and false of a flag.
func phiConditions(phi *ssa.Phi) (out []ssa.Value) {
	for _, p := range phi.Block().Preds {
		for _, b := range []*ssa.BasicBlock{p, p.Idom()} {
			if b == nil {
				continue
			}
			if end, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok {
				out = append(out, end.Cond)
			}
		}
	}
	return out
}

// storesToField returns the values that a function stores in a field, given one of its addresses.
func storesToField(field *ssa.FieldAddr) (out []ssa.Value) {
	for in := range ssax.Instructions(field.Parent()) {
		if store, ok := in.(*ssa.Store); ok {
			if f, ok := store.Addr.(*ssa.FieldAddr); ok && sameAddr(f, field) {
				out = append(out, store.Val)
			}
		}
	}
	return out
}
