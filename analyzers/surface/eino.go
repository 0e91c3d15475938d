package surface

import (
	"maps"
	"slices"
)

// einoParams is the function of eino that makes the schema of a tool's arguments of a map that describes each. What it does was read in
// v0.9.13 (schema/tool.go).
const einoParams = "schema.NewParamsOneOfByParams"

// einoSchema is the schema that it makes, and whether all of it is known; nil if none of it is.
func einoSchema(params any) (schema any, whole bool) {
	m, ok := params.(map[string]any)
	if !ok {
		return nil, false
	}
	properties, required := map[string]any{}, []any{}
	whole = true
	for _, name := range slices.Sorted(maps.Keys(m)) {
		o, ok := m[name].(*object)
		if !ok {
			whole = false
			continue
		}
		p, ok := einoParameter(o)
		properties[name], whole = p, whole && ok
		if o.fields["Required"] == true {
			required = append(required, name)
		}
	}
	out := map[string]any{"type": "object", "properties": properties}
	if len(required) > 0 {
		out["required"] = required
	}
	return out, whole
}

// einoParameter is the schema of one argument.
func einoParameter(o *object) (map[string]any, bool) {
	out, whole := map[string]any{}, true
	for field, keyword := range map[string]string{"Type": "type", "Desc": "description", "Enum": "enum"} {
		v, set := o.fields[field]
		if p, ok := plainValue(v); set && ok && p != "" {
			out[keyword] = p
		} else if set {
			whole = whole && ok
		}
	}
	if v, set := o.fields["ElemInfo"]; set {
		item, ok := v.(*object)
		if ok {
			out["items"], ok = einoParameter(item)
		}
		whole = whole && ok
	}
	if v, set := o.fields["SubParams"]; set {
		inner, ok := einoSchema(v)
		if part, is := inner.(map[string]any); is {
			delete(part, "type")
			maps.Copy(out, part)
		}
		whole = whole && ok
	}
	return out, whole
}
