package llm

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// Messages returns the lists of messages that a call sends: an argument, or a field of its request.
func (c *Call) Messages(i *Info) []ssa.Value {
	if c.Request == nil || i.b == nil {
		return nil
	}
	if isSlice(c.Request.Type()) {
		return []ssa.Value{c.Request}
	}
	var out []ssa.Value
	for v := c.Request; v != nil; {
		switch w := v.(type) {
		case *ssa.MakeInterface:
			v = w.X
		case *ssa.UnOp:
			v = w.X
		case *ssa.Alloc:
			out = append(out, i.messageFields(w, 3)...)
			v = nil
		default:
			v = nil
		}
	}
	return out
}

func (i *Info) messageFields(req *ssa.Alloc, depth int) (out []ssa.Value) {
	if depth == 0 {
		return nil
	}
	for _, in := range flow.Uses(req) {
		switch in := in.(type) {
		case *ssa.FieldAddr:
			key := flow.FieldKey(in.X.Type(), in.Field)
			holds := slices.ContainsFunc(i.b.catalogue.Lookup(key), func(e *catalogue.Entry) bool { return e.Attrs["holds"] == "messages" })
			if holds {
				out = append(out, flow.StoredValues(in)...)
			}
		case *ssa.Store:
			if load, ok := in.Val.(*ssa.UnOp); ok && in.Addr == req {
				if from, ok := load.X.(*ssa.Alloc); ok {
					out = append(out, i.messageFields(from, depth-1)...)
				}
			}
		}
	}
	return out
}

func isSlice(t types.Type) bool {
	_, ok := t.Underlying().(*types.Slice)
	return ok
}
