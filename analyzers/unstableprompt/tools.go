package unstableprompt

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// isTools reports whether a list is one of an SDK's tool declarations: they stand at the head of what the model reads.
func isTools(info *llm.Info, list ssa.Value) bool {
	elems := typex.Elems(list.Type())
	if len(elems) != 1 {
		return false
	}
	n := typex.Named(elems[0])
	return n != nil && slices.ContainsFunc(info.Catalogue().Lookup(flow.TypeKey(n)), func(e *catalogue.Entry) bool {
		return e.Kind == "vendor" && e.Role == "tool" && e.Attrs["part"] == ""
	})
}

// collectedTools reports whether a call collects the tools in a map, in the order of the map, and nothing sorts the list.
func collectedTools(info *llm.Info, in ssa.Instruction) bool {
	call, ok := in.(*ssa.Call)
	if !ok {
		return false
	}
	fn := flow.FuncObject(call.Common())
	if fn == nil || fn.FullName() != "slices.Collect" && fn.FullName() != "slices.AppendSeq" {
		return false
	}
	args := call.Call.Args
	l := &loop{info: info, fn: call.Parent()}
	return isMapIterator(args[len(args)-1]) && isTools(info, call) && !l.isArgumentOf(call, nil, sorts)
}
