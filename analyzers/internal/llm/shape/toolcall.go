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

// IsToolDeclaration reports whether a struct, or a pointer to one, tells a model of a tool: a name and a description beside the schema of its
// arguments, or a function with these.
func IsToolDeclaration(t types.Type) bool { return isDeclaration(t) }

// isDeclaration judges a declaration, with further names by which it may call the schema.
func isDeclaration(t types.Type, schemas ...string) bool {
	if !isStruct(t) {
		return false
	}
	fields := Fields(t)
	if f, ok := named(fields, "function"); ok && len(fields) <= maxToolFields && isStruct(f.Type) {
		fields = Fields(f.Type)
	}
	name, hasName := named(fields, "name")
	description, hasDescription := named(fields, "description")
	_, hasSchema := named(fields, append(schemas, "parameters", "inputschema", "argsschema", "parametersschema")...)
	return hasName && hasDescription && hasSchema && IsText(name.Type) && IsText(description.Type)
}

// TakesTools reports whether a declaration of a tool is one that requests to a model carry: its package declares a request, or a function or an
// interface by which a model is called, that takes a list of them.
func (j *Judge) TakesTools(declaration types.Type) bool {
	return remembered(&j.tools, declaration, j.takesTools)
}

func (j *Judge) takesTools(declaration types.Type) bool {
	n := typex.Named(declaration)
	if n == nil || n.Obj().Pkg() == nil || !IsToolDeclaration(declaration) {
		return false
	}
	isList := func(t types.Type) bool { e := Elem(t); return e != nil && typex.Named(e) == n }
	takes := func(name string, sig *types.Signature) bool {
		for p := range sig.Params().Variables() {
			if isList(p.Type()) {
				return j.CallOf(name, sig) != nil
			}
		}
		return false
	}
	scope := n.Obj().Pkg().Scope()
	for _, name := range scope.Names() {
		switch obj := scope.Lookup(name).(type) {
		case *types.Func:
			if takes(name, obj.Signature()) {
				return true
			}
		case *types.TypeName:
			if i, ok := obj.Type().Underlying().(*types.Interface); ok {
				for m := range i.Methods() {
					if takes(m.Name(), m.Signature()) {
						return true
					}
				}
			}
			if !isStruct(obj.Type()) || j.RequestOf(obj.Type()).Score == 0 {
				continue
			}
			for _, f := range Fields(obj.Type()) {
				if isList(f.Type) {
					return true
				}
			}
		}
	}
	return false
}
