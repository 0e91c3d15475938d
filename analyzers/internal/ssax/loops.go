// Package ssax answers the questions about SSA form that go/ssa leaves to its users and that several rules ask.
package ssax

import "golang.org/x/tools/go/ssa"

// A Loop is one natural loop of a function: all the blocks from which its head can be reached again without leaving it.
type Loop struct {
	Head    *ssa.BasicBlock
	Blocks  map[*ssa.BasicBlock]bool
	Latches []*ssa.BasicBlock // where a turn ends
}

// Loops returns the natural loops of a function, in the order of their heads.
func Loops(fn *ssa.Function) []*Loop {
	var out []*Loop
	for _, head := range fn.Blocks {
		if l := LoopAt(head); l != nil {
			out = append(out, l)
		}
	}
	return out
}

// LoopAt returns the natural loop that a block is the head of, or nil.
func LoopAt(head *ssa.BasicBlock) *Loop {
	l := &Loop{Head: head, Blocks: map[*ssa.BasicBlock]bool{head: true}}
	for _, latch := range head.Preds {
		if head.Dominates(latch) {
			l.Latches = append(l.Latches, latch)
			l.add(latch)
		}
	}
	if len(l.Latches) == 0 {
		return nil
	}
	return l
}

func (l *Loop) add(latch *ssa.BasicBlock) {
	for todo := []*ssa.BasicBlock{latch}; len(todo) > 0; {
		b := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !l.Blocks[b] {
			l.Blocks[b] = true
			todo = append(todo, b.Preds...)
		}
	}
}

// EachTurn reports whether a turn that went through b can be followed by another: b is on every way to one of the latches.
func (l *Loop) EachTurn(b *ssa.BasicBlock) bool {
	for _, latch := range l.Latches {
		if b.Dominates(latch) {
			return true
		}
	}
	return false
}
