package agentloop

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// recursion reports a call by which a function that has asked a model comes back to itself, with nothing in the arguments of
// the calls on the way that gets less. A count that goes up or down, a part of what the function got, or the next of a queue
// ends by itself.
func (c *checker) recursion(fn *ssa.Function) {
	asked := askedAbove(fn, c.model)
	for _, b := range fn.DomPreorder() {
		name := asked[b.Idom()]
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if ok && name != "" && c.cycle[flow.Callee(call.Common())] == c.cycle[fn] && !shrinks(call) && !c.counting.limited(fn, callDepth) {
				c.pass.Report(rule.Finding{
					Pos: call.Pos(),
					Message: fmt.Sprintf("%s calls itself after each answer of %s with no limit except the model's own decision to stop; "+
						"pass a count of turns and stop at a limit", fn.Name(), name),
					Trace: []rule.Step{{Pos: fn.Pos(), Message: fn.Name() + " starts again here"}},
				})
			}
			name = cmp.Or(name, c.model(in))
		}
	}
}

// askedAbove maps a block to the name of the first model call that is on every way through its end.
func askedAbove(fn *ssa.Function, model func(ssa.Instruction) string) map[*ssa.BasicBlock]string {
	out := map[*ssa.BasicBlock]string{}
	for _, b := range fn.DomPreorder() {
		name := out[b.Idom()]
		for _, in := range b.Instrs {
			if name == "" {
				name = model(in)
			}
		}
		out[b] = name
	}
	return out
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
		return slices.ContainsFunc(flow.Stored(variable), func(v ssa.Value) bool {
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
