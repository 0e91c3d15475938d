package taint

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// objectWidth bounds the values that are looked at for one object.
const objectWidth = 300

// objectsOf returns the values that a struct, or a pointer to one, may be, followed back through variables, fields that hold it,
// parameters and results.
func (t *tracker) objectsOf(v ssa.Value) []ssa.Value {
	out, ok := t.objects[v]
	if !ok {
		out = t.findObjects(v)
		t.objects[v] = out
	}
	return out
}

func (t *tracker) findObjects(v ssa.Value) []ssa.Value {
	out := []ssa.Value{v}
	add := func(vs ...ssa.Value) {
		for _, v := range vs {
			if v != nil && !slices.Contains(out, v) {
				out = append(out, v)
			}
		}
	}
	for n := 0; n < len(out) && n < objectWidth; n++ {
		switch v := out[n].(type) {
		case *ssa.Alloc:
			add(flow.StoredValues(v)...)
		case *ssa.UnOp:
			add(v.X)
		case *ssa.FieldAddr:
			add(v.X)
		case *ssa.Field:
			add(v.X)
		case *ssa.IndexAddr:
			add(v.X)
		case *ssa.Phi:
			add(v.Edges...)
		case *ssa.TypeAssert:
			add(v.X)
		case *ssa.MakeInterface:
			add(v.X)
		case *ssa.ChangeType:
			add(v.X)
		case *ssa.Extract:
			switch tuple := v.Tuple.(type) {
			case *ssa.TypeAssert:
				add(tuple.X)
			case *ssa.Call:
				add(t.returned(tuple, v.Index)...)
			}
		case *ssa.Call:
			add(t.returned(v, 0)...)
		case *ssa.FreeVar:
			for _, b := range t.flow.Bindings(v) {
				add(b)
			}
		case *ssa.Parameter:
			for _, call := range t.flow.Callers(v.Parent()) {
				add(flow.Argument(call, v))
			}
		}
	}
	return out
}

// returned lists what the functions of this package that a call reaches return.
func (t *tracker) returned(call *ssa.Call, i int) (out []ssa.Value) {
	for _, f := range t.flow.CalleesOf(call) {
		if f.Blocks != nil {
			for _, l := range flow.Results(f, i) {
				out = append(out, l.Value)
			}
		}
	}
	return out
}
