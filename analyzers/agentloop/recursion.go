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

// recursion reports a call by which a function that has asked a model comes back to itself with what was answered, and with
// nothing in the arguments of the calls on the way that gets less. A count that goes up or down, a part of what the function got, or the
// next of a queue ends by itself. What the cycle itself calls is not asking: an interpreter evaluates what stands below. A
// cycle is one finding.
func (c *checker) recursion(fn *ssa.Function) {
	if c.told[c.cycle[fn]] {
		return
	}
	asked := c.askedAbove(fn)
	for _, b := range fn.DomPreorder() {
		at := asked[b.Idom()]
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if ok && at != nil && c.closes(call) && !shrinks(call) && !c.counting.limited(fn, callDepth) && c.carries(call, at) {
				name := c.model(at)
				c.told[c.cycle[fn]] = true
				c.pass.Report(rule.Finding{
					Pos: call.Pos(),
					Message: fmt.Sprintf("%s calls itself after each answer of %s until the model decides to stop; "+
						"pass a turn count and stop at a limit", fn.Name(), name),
					Trace: []rule.Step{{Pos: fn.Pos(), Message: fn.Name() + " is called again from here"}},
				})
				return
			}
			if at == nil && c.asksOutside(in) {
				at = in
			}
		}
	}
}

// closes reports whether a call leads back to the function that it stands in.
func (c *checker) closes(call *ssa.Call) bool {
	return c.cycle[flow.Callee(call.Common())] == c.cycle[call.Parent()]
}

// asksOutside reports whether an instruction asks a model without going through the cycle that its function is in.
func (c *checker) asksOutside(in ssa.Instruction) bool {
	if c.model(in) == "" {
		return false
	}
	if c.calls[in] != nil {
		return true
	}
	call, ok := in.(*ssa.Call)
	return ok && flow.Callee(call.Common()) != nil && !c.closes(call)
}

// askedAbove maps a block to the first call that asks a model on every way through its end.
func (c *checker) askedAbove(fn *ssa.Function) map[*ssa.BasicBlock]ssa.Instruction {
	out := map[*ssa.BasicBlock]ssa.Instruction{}
	for _, b := range fn.DomPreorder() {
		at := out[b.Idom()]
		for _, in := range b.Instrs {
			if at == nil && c.asksOutside(in) {
				at = in
			}
		}
		out[b] = at
	}
	return out
}

// carries reports whether a call gets the answer that another one gave: as an argument, or kept by what it is a method of.
func (c *checker) carries(call *ssa.Call, asked ssa.Instruction) bool {
	from := func(in ssa.Instruction) bool { return in == asked }
	args := call.Call.Args
	if slices.ContainsFunc(args, func(a ssa.Value) bool { return depends(a, from, false) }) {
		return true
	}
	for in := range ssax.Instructions(call.Parent()) {
		switch in := in.(type) {
		case *ssa.Store:
			if f, ok := in.Addr.(*ssa.FieldAddr); ok && slices.Contains(args, holder(f.X)) && depends(in.Val, from, false) {
				return true
			}
		case *ssa.Call:
			if in != call && in != asked && len(in.Call.Args) > 0 && slices.Contains(args, holder(in.Call.Args[0])) &&
				slices.ContainsFunc(in.Call.Args[1:], func(a ssa.Value) bool { return depends(a, from, false) }) {
				return true
			}
		}
	}
	return false
}

// holder returns what a value is a field of, or the value itself.
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

// cycles numbers functions so that those, and only those, have the same number that can call each other without end.
func cycles(fns []*ssa.Function) map[*ssa.Function]int {
	return ssax.Components(fns, func(fn *ssa.Function) []*ssa.Function {
		var callees []*ssa.Function
		for in := range ssax.Instructions(fn) {
			if call, ok := in.(*ssa.Call); ok && !shrinks(call) {
				if to := flow.Callee(call.Common()); to != nil {
					callees = append(callees, to)
				}
			}
		}
		return callees
	})
}

// shrinks reports whether one of the arguments ends the recursion: a number plus or minus a step, a part of a parameter, or
// the next of a queue.
func shrinks(call *ssa.Call) bool {
	for _, a := range call.Call.Args {
		if v, ok := a.(*ssa.BinOp); ok && isNumber(v.Type()) && (v.Op == token.ADD || v.Op == token.SUB) || part(a, 0) || popped(a) {
			return true
		}
	}
	return false
}

// popped reports whether a value is the first element of a list of which the function goes on with the rest.
func popped(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	if variable, ok := load.X.(*ssa.Alloc); ok { // of which a field is set
		return slices.ContainsFunc(flow.StoredValues(variable), func(v ssa.Value) bool {
			load, ok := v.(*ssa.UnOp)
			return ok && first(load.X)
		})
	}
	return first(load.X)
}

// first reports whether an address is that of an element of a list that the function cuts.
func first(addr ssa.Value) bool {
	element, ok := addr.(*ssa.IndexAddr)
	return ok && slices.ContainsFunc(flow.Uses(element.X), func(use ssa.Instruction) bool {
		rest, ok := use.(*ssa.Slice)
		return ok && rest.X == element.X && rest.Low != nil
	})
}

// part reports whether a value was taken out of a parameter. What a method's receiver holds is not less than before.
func part(v ssa.Value, depth int) bool {
	switch v := v.(type) {
	case *ssa.Parameter:
		fn := v.Parent()
		return depth > 0 && (fn.Signature.Recv() == nil || v != fn.Params[0])
	case *ssa.Slice:
		return part(v.X, depth+1)
	case *ssa.Index:
		return part(v.X, depth+1)
	case *ssa.IndexAddr:
		return part(v.X, depth+1)
	case *ssa.Lookup:
		return part(v.X, depth+1)
	case *ssa.FieldAddr:
		return part(v.X, depth+1)
	case *ssa.Field:
		return part(v.X, depth+1)
	case *ssa.UnOp:
		return v.Op == token.MUL && part(v.X, depth)
	case *ssa.Extract:
		next, ok := v.Tuple.(*ssa.Next)
		if !ok {
			return false
		}
		r, ok := next.Iter.(*ssa.Range)
		return ok && part(r.X, depth+1)
	}
	return false
}
