package ssax

import (
	"iter"

	"golang.org/x/tools/go/ssa"
)

// Instructions yields the instructions of a function, block by block. The function may be nil.
func Instructions(fn *ssa.Function) iter.Seq[ssa.Instruction] {
	return func(yield func(ssa.Instruction) bool) {
		if fn == nil {
			return
		}
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if !yield(in) {
					return
				}
			}
		}
	}
}

// Unboxed returns the value that was put into an interface, or v itself.
func Unboxed(v ssa.Value) ssa.Value {
	if m, ok := v.(*ssa.MakeInterface); ok {
		return m.X
	}
	return v
}

// Func returns the function that a value is, with or without variables that it captures, or nil.
func Func(v ssa.Value) *ssa.Function {
	if m, ok := v.(*ssa.MakeClosure); ok {
		v = m.Fn
	}
	fn, _ := v.(*ssa.Function)
	return fn
}

// RangeBody returns the body of a range over a function, which SSA form calls the function with, or nil.
func RangeBody(call *ssa.Call) *ssa.Function {
	if call.Call.IsInvoke() || call.Call.StaticCallee() != nil || len(call.Call.Args) != 1 {
		return nil
	}
	return Func(call.Call.Args[0])
}

// Elements returns the values that a list is written out with, as the arguments of a variadic call are; none for any other list.
func Elements(list ssa.Value) (out []ssa.Value) {
	slice, ok := list.(*ssa.Slice)
	if !ok || slice.X.Referrers() == nil {
		return nil
	}
	for _, use := range *slice.X.Referrers() {
		at, ok := use.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, use := range *at.Referrers() {
			if store, ok := use.(*ssa.Store); ok && store.Addr == at {
				out = append(out, store.Val)
			}
		}
	}
	return out
}

// Outermost returns the declared function that a function literal stands in, or fn itself.
func Outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}

// Components numbers nodes from 1 so that those, and only those, have the same number that can reach each other: the
// strongly connected components of a graph, by Tarjan's algorithm. A component has a larger number than those that it
// reaches, so the order of the numbers is bottom-up. Nodes that only next names are numbered too.
func Components[N comparable](nodes []N, next func(N) []N) map[N]int {
	t := &tarjan[N]{next: next, order: map[N]int{}, low: map[N]int{}, component: map[N]int{}}
	for _, n := range nodes {
		if t.order[n] == 0 {
			t.visit(n)
		}
	}
	return t.component
}

type tarjan[N comparable] struct {
	next       func(N) []N
	order, low map[N]int
	component  map[N]int
	stack      []N // visited, and in no component yet
	components int
}

// A frame is one node on the way from the start, with those of its successors that are still to be visited. The way is
// kept here and not on the stack of the machine: in generated code it may be very long.
type frame[N comparable] struct {
	node N
	rest []N
	at   int // where the node stands in stack
}

func (t *tarjan[N]) visit(start N) {
	path := []frame[N]{t.enter(start)}
	for len(path) > 0 {
		top := &path[len(path)-1]
		if len(top.rest) > 0 {
			to := top.rest[0]
			top.rest = top.rest[1:]
			switch {
			case t.order[to] == 0:
				path = append(path, t.enter(to))
			case t.component[to] == 0:
				t.low[top.node] = min(t.low[top.node], t.order[to])
			}
			continue
		}
		done := *top
		path = path[:len(path)-1]
		if t.low[done.node] == t.order[done.node] {
			t.components++
			for _, member := range t.stack[done.at:] {
				t.component[member] = t.components
			}
			t.stack = t.stack[:done.at]
		}
		if len(path) > 0 {
			parent := path[len(path)-1].node
			if t.component[done.node] == 0 {
				t.low[parent] = min(t.low[parent], t.low[done.node])
			}
		}
	}
}

func (t *tarjan[N]) enter(n N) frame[N] {
	t.order[n] = len(t.order) + 1
	t.low[n] = t.order[n]
	t.stack = append(t.stack, n)
	return frame[N]{node: n, rest: t.next(n), at: len(t.stack) - 1}
}

// FieldOf returns the struct, or the pointer to one, that an instruction takes a field of, and the index of the field; x is nil for
// all other instructions.
func FieldOf(in ssa.Instruction) (x ssa.Value, field int) {
	switch in := in.(type) {
	case *ssa.FieldAddr:
		return in.X, in.Field
	case *ssa.Field:
		return in.X, in.Field
	}
	return nil, 0
}
