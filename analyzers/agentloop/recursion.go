package agentloop

import (
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// checkRecursion reports a call by which a function that has called a model reaches itself with the answer, if no argument of the
// calls on the way shrinks. A counter, a part of a parameter, or the next element of a queue ends by itself. A model call within the
// cycle does not count: an interpreter evaluates nested expressions. A cycle is one finding.
func (c *checker) checkRecursion(fn *ssa.Function) {
	if c.told[c.cycle[fn]] {
		return
	}
	asked := c.dominatingModelCalls(fn)
	for _, b := range fn.DomPreorder() {
		at := asked[b.Idom()]
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if ok && at != nil && c.closesCycle(call) && !hasShrinkingArg(call) && !c.counting.hasLimit(fn, callDepth) && c.receivesAnswer(call, at) {
				name := c.modelCall(at)
				c.told[c.cycle[fn]] = true
				c.pass.Report(rule.Finding{
					Pos: call.Pos(),
					Message: fmt.Sprintf("%s calls itself after each answer of %s until the model decides to stop; "+
						"pass a turn count and stop at a limit", fn.Name(), name),
					Trace: []rule.Step{{Pos: fn.Pos(), Message: fn.Name() + " is called again from here"}},
				})
				return
			}
			if at == nil && c.callsModelOutside(in) {
				at = in
			}
		}
	}
}

// closesCycle reports whether a call leads back to its own function.
func (c *checker) closesCycle(call *ssa.Call) bool {
	return c.cycle[flow.Callee(call.Common())] == c.cycle[call.Parent()]
}

// callsModelOutside reports whether an instruction calls a model without going through the cycle of its function.
func (c *checker) callsModelOutside(in ssa.Instruction) bool {
	if c.modelCall(in) == "" {
		return false
	}
	if c.calls[in] != nil {
		return true
	}
	call, ok := in.(*ssa.Call)
	return ok && flow.Callee(call.Common()) != nil && !c.closesCycle(call)
}

// dominatingModelCalls maps a block to the first model call on every path through its end.
func (c *checker) dominatingModelCalls(fn *ssa.Function) map[*ssa.BasicBlock]ssa.Instruction {
	out := map[*ssa.BasicBlock]ssa.Instruction{}
	for _, b := range fn.DomPreorder() {
		at := out[b.Idom()]
		for _, in := range b.Instrs {
			if at == nil && c.callsModelOutside(in) {
				at = in
			}
		}
		out[b] = at
	}
	return out
}

// receivesAnswer reports whether a call gets the answer of another one: as an argument or in its receiver.
func (c *checker) receivesAnswer(call *ssa.Call, asked ssa.Instruction) bool {
	from := func(in ssa.Instruction) bool { return in == asked }
	args := call.Call.Args
	if slices.ContainsFunc(args, func(a ssa.Value) bool { return dependsOn(a, from, false) }) {
		return true
	}
	for in := range ssax.Instructions(call.Parent()) {
		switch in := in.(type) {
		case *ssa.Store:
			if f, ok := in.Addr.(*ssa.FieldAddr); ok && slices.Contains(args, holder(f.X)) && dependsOn(in.Val, from, false) {
				return true
			}
		case *ssa.Call:
			if in != call && in != asked && len(in.Call.Args) > 0 && slices.Contains(args, holder(in.Call.Args[0])) &&
				slices.ContainsFunc(in.Call.Args[1:], func(a ssa.Value) bool { return dependsOn(a, from, false) }) {
				return true
			}
		}
	}
	return false
}

// holder returns the struct that a value is a field of, or the value itself.
func holder(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.UnOp:
			v = x.X
		case *ssa.FieldAddr:
			v = x.X
		case *ssa.Field:
			v = x.X
		default:
			return v
		}
	}
}

// cycles numbers functions so that exactly the mutually recursive ones have the same number.
func cycles(fns []*ssa.Function) map[*ssa.Function]int {
	return ssax.Components(fns, func(fn *ssa.Function) []*ssa.Function {
		var callees []*ssa.Function
		for in := range ssax.Instructions(fn) {
			if call, ok := in.(*ssa.Call); ok && !hasShrinkingArg(call) {
				if to := flow.Callee(call.Common()); to != nil {
					callees = append(callees, to)
				}
			}
		}
		return callees
	})
}

// hasShrinkingArg reports whether one of the arguments ends the recursion: a number plus or minus a step, a part of a parameter, or
// the next of a queue.
func hasShrinkingArg(call *ssa.Call) bool {
	for _, a := range call.Call.Args {
		if v, ok := a.(*ssa.BinOp); ok && isNumber(v.Type()) && (v.Op == token.ADD || v.Op == token.SUB) || isPartOfParam(a, 0) || isPopped(a) {
			return true
		}
	}
	return false
}

// isPopped reports whether a value is the first element of a list whose rest the function passes on.
func isPopped(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	if variable, ok := load.X.(*ssa.Alloc); ok { // of which a field is set
		return slices.ContainsFunc(flow.StoredValues(variable), func(v ssa.Value) bool {
			load, ok := v.(*ssa.UnOp)
			return ok && isFirstElement(load.X)
		})
	}
	return isFirstElement(load.X)
}

// isFirstElement reports whether an address is that of an element of a list that the function re-slices.
func isFirstElement(addr ssa.Value) bool {
	element, ok := addr.(*ssa.IndexAddr)
	return ok && slices.ContainsFunc(flow.Uses(element.X), func(use ssa.Instruction) bool {
		rest, ok := use.(*ssa.Slice)
		return ok && rest.X == element.X && rest.Low != nil
	})
}

// isPartOfParam reports whether a value is a part of a parameter. A receiver does not shrink.
func isPartOfParam(v ssa.Value, depth int) bool {
	switch v := v.(type) {
	case *ssa.Parameter:
		fn := v.Parent()
		return depth > 0 && (fn.Signature.Recv() == nil || v != fn.Params[0])
	case *ssa.Slice:
		return isPartOfParam(v.X, depth+1)
	case *ssa.Index:
		return isPartOfParam(v.X, depth+1)
	case *ssa.IndexAddr:
		return isPartOfParam(v.X, depth+1)
	case *ssa.Lookup:
		return isPartOfParam(v.X, depth+1)
	case *ssa.FieldAddr:
		return isPartOfParam(v.X, depth+1)
	case *ssa.Field:
		return isPartOfParam(v.X, depth+1)
	case *ssa.UnOp:
		return v.Op == token.MUL && isPartOfParam(v.X, depth)
	case *ssa.Extract:
		next, ok := v.Tuple.(*ssa.Next)
		if !ok {
			return false
		}
		r, ok := next.Iter.(*ssa.Range)
		return ok && isPartOfParam(r.X, depth+1)
	}
	return false
}
