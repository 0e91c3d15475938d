package unstableprompt

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// isTools reports whether a list is one of tool declarations, of an SDK or of the program's own requests: they stand at the head of what the
// model reads.
func isTools(info *llm.Info, list ssa.Value) bool {
	elems := typex.Elems(list.Type())
	if len(elems) != 1 {
		return false
	}
	if info.TakesTools(elems[0]) {
		return true
	}
	n := typex.Named(elems[0])
	return n != nil && slices.ContainsFunc(info.Catalogue().Lookup(flow.TypeKey(n)), func(e *catalogue.Entry) bool {
		return e.Kind == "vendor" && e.Role == "tool" && e.Attrs["part"] == ""
	})
}

// declaresTools reports whether what is appended to a list are tool declarations without a type, as maps with the keys of an API: those of a
// function, or a name and a description beside the schema of the arguments.
func declaresTools(info *llm.Info, appended ssa.Value) bool {
	return slices.ContainsFunc(ssax.Elements(appended), func(v ssa.Value) bool {
		keys := entries(info, v)
		if inner, ok := keys["function"]; ok {
			keys = entries(info, ssax.Unboxed(inner))
		}
		_, parameters := keys["parameters"]
		_, schema := keys["input_schema"]
		return keys["name"] != nil && keys["description"] != nil && (parameters || schema)
	})
}

// entries returns the entries that a map is written out with, by constant key.
func entries(info *llm.Info, v ssa.Value) map[string]ssa.Value {
	made, ok := v.(*ssa.MakeMap)
	if !ok {
		return nil
	}
	out := map[string]ssa.Value{}
	for _, use := range flow.Uses(made) {
		if set, ok := use.(*ssa.MapUpdate); ok && set.Map == made {
			if key, ok := info.Flow().String(set.Key); ok {
				out[key] = set.Value
			}
		}
	}
	return out
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
