package shape

import (
	"go/types"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// maxToolFields bounds the fields of a tool call. Those met have two to five; records that have a name and an input among much
// else are about something else.
const maxToolFields = 5

// ToolCallOf returns the fields of a tool call that hold the name of the tool and its arguments: a name beside arguments, or
// beside an input and an id.
func ToolCallOf(t types.Type) (name, args Field, ok bool) {
	st, isStruct := typex.Deref(t).Underlying().(*types.Struct)
	if !isStruct || st.NumFields() > maxToolFields {
		return name, args, false
	}
	fields := Fields(t)
	args, ok = named(fields, "arguments", "args")
	if _, id := named(fields, "id", "tooluseid", "callid", "toolcallid"); !ok && id {
		args, ok = named(fields, "input")
	}
	name, hasName := named(fields, "name", "toolname")
	if !ok || !hasName || !IsText(name.Type) || !IsArguments(args.Type) {
		return Field{}, Field{}, false
	}
	return name, args, true
}

// IsArguments reports whether a type can hold arguments as models give them: JSON as text, or decoded to a map.
func IsArguments(t types.Type) bool {
	m, ok := t.Underlying().(*types.Map)
	return IsText(t) || ok && IsText(m.Key())
}

// hasToolCalls reports whether one of the fields is a list of tool calls, of whatever depth of two.
func hasToolCalls(fields []Field) bool {
	for _, f := range fields {
		e := Elem(f.Type)
		if e == nil {
			continue
		}
		if _, _, ok := ToolCallOf(e); ok {
			return true
		}
		for _, g := range Fields(e) { // {id, type, function: {name, arguments}}
			if _, _, ok := ToolCallOf(g.Type); ok && isStruct(g.Type) {
				return true
			}
		}
	}
	return false
}
