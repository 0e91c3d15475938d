package agentloop

import (
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// worksOff reports whether the head of the loop asks if something is left to do: it compares the length of a list, or a number,
// with zero, and neither is made of what the model answered.
func (c *checker) worksOff(l *loop) bool {
	test, ok := l.Head.Instrs[len(l.Head.Instrs)-1].(*ssa.If)
	if !ok || l.Blocks[l.Head.Succs[0]] == l.Blocks[l.Head.Succs[1]] {
		return false
	}
	compared, ok := test.Cond.(*ssa.BinOp)
	if !ok || !isNumber(compared.X.Type()) || !zeroOrOne(compared.Y) && !zeroOrOne(compared.X) {
		return false
	}
	if which, ok := compared.X.(*ssa.Extract); ok {
		if _, ok := which.Tuple.(*ssa.Select); ok {
			return false // which channel is ready
		}
	}
	return !c.answered(l, compared, map[ssa.Value]bool{})
}

// answered reports whether a value is computed from what a call in the loop gave that asks the model.
func (c *checker) answered(l *loop, v ssa.Value, seen map[ssa.Value]bool) bool {
	if v == nil || seen[v] {
		return false
	}
	seen[v] = true
	in, ok := v.(ssa.Instruction)
	if !ok {
		return false
	}
	if l.Blocks[in.Block()] && c.model(in) != "" {
		return true
	}
	for _, stored := range flow.Stored(v) { // at an address
		if c.answered(l, stored, seen) {
			return true
		}
	}
	var operands [8]*ssa.Value
	for _, op := range in.Operands(operands[:0]) {
		if c.answered(l, *op, seen) {
			return true
		}
	}
	return false
}
