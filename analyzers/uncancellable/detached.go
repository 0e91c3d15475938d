package uncancellable

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/contexts"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// isDetached reports whether a call runs in a goroutine that outlives its function: with the context of a request it would be
// cancelled when the request is answered. If the function waits for the goroutine, it is plain concurrency.
func isDetached(fn *ssa.Function, call ssa.CallInstruction) bool {
	if _, ok := call.(*ssa.Go); ok {
		return !waitsForOthers(fn)
	}
	for ; fn.Parent() != nil; fn = fn.Parent() {
		for in := range ssax.Instructions(fn.Parent()) {
			if start, ok := in.(*ssa.Go); ok && literal(start.Call.Value) == fn {
				return !waitsForOthers(fn.Parent())
			}
		}
	}
	return false
}

// isAwaited reports whether a function tells somebody that it has ended: it counts a sync.WaitGroup down.
func isAwaited(fn *ssa.Function) bool {
	for in := range ssax.Instructions(fn) {
		if call, ok := in.(ssa.CallInstruction); ok {
			if obj := flow.FuncObject(call.Common()); obj != nil && obj.FullName() == "(*sync.WaitGroup).Done" {
				return true
			}
		}
	}
	return false
}

// onlyDeadline reports whether a context is context.Background with nothing but a deadline, both from the function that makes the call.
func (c *checker) onlyDeadline(fn *ssa.Function, ctx ssa.Value) bool {
	deadline := false
	for o := range contexts.Origins(c.info.Flow(), ctx) {
		in, ok := o.Value.(ssa.Instruction)
		if !ok || in.Parent() != fn || o.Kind != contexts.Background && o.Kind != contexts.Deadline {
			return false
		}
		deadline = deadline || o.Kind == contexts.Deadline
	}
	return deadline
}

// waitsForOthers reports whether a function waits for others: it receives from a channel, selects, or calls a method named Wait.
func waitsForOthers(fn *ssa.Function) bool {
	for in := range ssax.Instructions(fn) {
		switch in := in.(type) {
		case *ssa.Select:
			return true
		case *ssa.UnOp:
			if in.Op == token.ARROW {
				return true
			}
		case ssa.CallInstruction:
			if obj := flow.FuncObject(in.Common()); obj != nil && obj.Name() == "Wait" {
				return true
			}
		}
	}
	return false
}
