package streamerr

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// walk visits the instructions that control may reach from the one with index i of a block. It stops at an instruction for
// which visit returns false, and skips branches for which prune returns true.
func walk(b *ssa.BasicBlock, i int, visit func(ssa.Instruction) bool, prune func(in *ssa.If, branch int) bool) {
	seen := map[*ssa.BasicBlock]bool{}
	var from func(b *ssa.BasicBlock, i int)
	from = func(b *ssa.BasicBlock, i int) {
		for _, in := range b.Instrs[i:] {
			if !visit(in) {
				return
			}
		}
		test, _ := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		for branch, next := range b.Succs {
			if !seen[next] && (test == nil || prune == nil || !prune(test, branch)) {
				seen[next] = true
				from(next, 0)
			}
		}
	}
	from(b, i)
}

// nextIndex returns the index of the instruction after one in its block.
func nextIndex(in ssa.Instruction) int {
	for i, other := range in.Block().Instrs {
		if other == in {
			return i + 1
		}
	}
	return 0
}

// inLoop reports whether control may return to an instruction.
func inLoop(at ssa.Instruction, prune func(*ssa.If, int) bool) bool {
	found := false
	walk(at.Block(), nextIndex(at), func(in ssa.Instruction) bool {
		found = found || in == at
		return !found
	}, prune)
	return found
}

// reaches reports whether control may get from a block to an instruction without passing another.
func reaches(b *ssa.BasicBlock, without, to ssa.Instruction) bool {
	found := false
	walk(b, 0, func(in ssa.Instruction) bool {
		found = found || in == to
		return !found && in != without
	}, nil)
	return found
}

// falseBranch returns the block for a call that returns false, or nil if the call does not decide alone.
func falseBranch(call *ssa.Call) *ssa.BasicBlock {
	if test, ok := soleUse(call).(*ssa.If); ok {
		return test.Block().Succs[1]
	}
	return nil
}

// An outcome is what a function does with the error of a call.
type outcome struct {
	tests   map[ssa.Value]bool // what the error is compared by: true if it then is nil or the end, false if then it is not
	nilTest bool               // it is compared with nil
	endTest bool               // it is compared with a variable, such as io.EOF
	fails   bool               // the branch for any error gives an error of its own back, or panics
	other   bool               // it is used otherwise too
}

func errorOf(call *ssa.Call) outcome {
	o := outcome{tests: map[ssa.Value]bool{}}
	for _, in := range uses(call) {
		if err, ok := in.(*ssa.Extract); ok && err.Index == 1 {
			for _, use := range uses(err) {
				o.addUse(err, use)
			}
		}
	}
	return o
}

// addUse classifies one use of an error.
func (o *outcome) addUse(err ssa.Value, use ssa.Instruction) {
	switch use := use.(type) {
	case *ssa.BinOp:
		o.tests[use] = use.Op == token.EQL
		switch {
		case isNil(use.Y):
			o.nilTest = true
			o.fails = o.fails || returnsErrorOn(use)
		case isVariable(use.Y) || isVariable(use.X):
			o.endTest = true
		}
	case *ssa.Call:
		fn := flow.Callee(use.Common())
		if fn != nil && fn.String() == "errors.Is" && use.Common().Args[0] == err && isVariable(use.Common().Args[1]) {
			o.tests[use], o.endTest = true, true
			return
		}
		o.other = true
	default:
		o.other = true
	}
}

// prunes reports whether a branch is not taken if the error is not nil and not io.EOF.
func (o *outcome) prunes(in *ssa.If, branch int) bool {
	then, ok := o.tests[in.Cond]
	return ok && then == (branch == 0)
}

// returnsErrorOn reports whether the branch for an error returns an error.
func returnsErrorOn(test *ssa.BinOp) bool {
	for _, use := range uses(test) {
		in, ok := use.(*ssa.If)
		if !ok {
			return true // too clever to tell
		}
		branch := in.Block().Succs[0]
		if test.Op == token.EQL {
			branch = in.Block().Succs[1]
		}
		switch end := branch.Instrs[len(branch.Instrs)-1].(type) {
		case *ssa.Panic:
			return true
		case *ssa.Return:
			if n := len(end.Results); n > 0 && end.Results[n-1].Type().String() == "error" && !isNil(returnedValue(end, n-1)) {
				return true
			}
		}
	}
	return false
}

// returnedValue returns a result as in the source: in a function with deferred calls, SSA form stores it in a variable first.
func returnedValue(end *ssa.Return, i int) ssa.Value {
	load, ok := end.Results[i].(*ssa.UnOp)
	if !ok {
		return end.Results[i]
	}
	for _, in := range end.Block().Instrs {
		if store, ok := in.(*ssa.Store); ok && store.Addr == load.X {
			return store.Val
		}
	}
	return load
}

func isNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

// isVariable reports whether a value is read from a package variable.
func isVariable(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	_, ok = load.X.(*ssa.Global)
	return ok
}

// uses returns the instructions that use a value.
func uses(v ssa.Value) []ssa.Instruction {
	var out []ssa.Instruction
	for _, in := range flow.Uses(v) {
		if _, debug := in.(*ssa.DebugRef); !debug {
			out = append(out, in)
		}
	}
	return out
}
