package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// resolve finds the functions that calls of function values may reach. One such function may return what another call calls, so
// this runs to a fixpoint, and steps and summaries that were computed on the way are dropped.
func (p *Program) resolve() {
	for grown := true; grown; {
		grown = false
		for _, call := range p.index.dynamic {
			for _, f := range p.functionsOf(call.Common().Value) {
				if !slices.Contains(p.index.targets[call], f) {
					p.index.targets[call] = append(p.index.targets[call], f)
					p.index.sites[f] = append(p.index.sites[f], call)
					grown = true
				}
			}
		}
		clear(p.steps)
		clear(p.summaries)
	}
}

// Callee returns the static callee of a call: for a generic function its declaration, for a method value or promoted method the
// method itself. It is nil for calls of interface methods and function values.
func Callee(c *ssa.CallCommon) *ssa.Function {
	return declaration(c.StaticCallee())
}

func declaration(f *ssa.Function) *ssa.Function {
	if f == nil {
		return nil
	}
	if o := f.Origin(); o != nil {
		f = o
	}
	if f.Synthetic != "" && f.Blocks != nil && f.Object() != nil {
		// A wrapper, thunk or bound method: its object is the method that it stands for.
		if obj, ok := f.Object().(*types.Func); ok {
			if real := f.Prog.FuncValue(obj.Origin()); real != nil {
				return real
			}
		}
	}
	return f
}

// FuncObject returns the function, method or interface method that a call names, or nil.
func FuncObject(c *ssa.CallCommon) *types.Func {
	if c.IsInvoke() {
		return c.Method.Origin()
	}
	if f := c.StaticCallee(); f != nil {
		if o := f.Origin(); o != nil {
			f = o
		}
		if obj, ok := f.Object().(*types.Func); ok {
			return obj.Origin()
		}
	}
	return nil
}

// functionsOf returns the functions that a value of function type may hold, as far as this package shows.
func (p *Program) functionsOf(v ssa.Value) []*ssa.Function {
	var out []*ssa.Function
	add := func(f *ssa.Function) {
		if f = declaration(f); f != nil && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	p.Walk([]Loc{{Value: v}}, func(at Visit) bool {
		switch f := at.Loc.Value.(type) {
		case *ssa.Function:
			add(f)
		case *ssa.MakeClosure:
			if fn, ok := f.Fn.(*ssa.Function); ok {
				add(fn)
			}
		}
		return true
	}, functionsWidth)
	return out
}

// functionsWidth bounds the places visited for the targets of one call.
const functionsWidth = 500
