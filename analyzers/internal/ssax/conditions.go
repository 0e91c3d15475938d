package ssax

import (
	"iter"

	"golang.org/x/tools/go/ssa"
)

// Conditions yields the conditions that decide whether control reaches a block, nearest first, each with the value that it then
// has: those of the branches above the block of which one way alone leads to it.
func Conditions(block *ssa.BasicBlock) iter.Seq2[ssa.Value, bool] {
	return func(yield func(ssa.Value, bool) bool) {
		for b := block; b.Idom() != nil; b = b.Idom() {
			from := b.Idom()
			branch, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
			if ok && len(b.Preds) == 1 && !yield(branch.Cond, from.Succs[0] == b) {
				return
			}
		}
	}
}

// ControlsBranch reports whether a branch depends on a value that an instruction computes, directly or through operators.
func ControlsBranch(v ssa.Value) bool {
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.If:
			return true
		case *ssa.UnOp:
			if ControlsBranch(r) {
				return true
			}
		case *ssa.BinOp:
			if ControlsBranch(r) {
				return true
			}
		}
	}
	return false
}
