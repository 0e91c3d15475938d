package surface

import (
	"reflect"
	"slices"
	"strings"
)

// fantasySchema is how fantasy v0.41.2 describes a type: package schema, Generate and ToMap.
func fantasySchema(t reflect.Type) map[string]any {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Float32, reflect.Float64:
		return map[string]any{"type": "number"}
	case reflect.Slice, reflect.Array:
		return map[string]any{"type": "array", "items": fantasySchema(t.Elem())}
	case reflect.Map:
		if t.Key().Kind() != reflect.String {
			return map[string]any{"type": "object"}
		}
		return map[string]any{"type": "object", "properties": map[string]any{"*": fantasySchema(t.Elem())}}
	case reflect.Struct:
		return fantasyStruct(t)
	}
	if t.Kind() >= reflect.Int && t.Kind() <= reflect.Uint64 {
		return map[string]any{"type": "integer"}
	}
	return map[string]any{"type": "object"}
}

func fantasyStruct(t reflect.Type) map[string]any {
	properties, required := map[string]any{}, []string{}
	for field := range t.Fields() {
		tag := field.Tag.Get("json")
		if tag == "-" || !field.IsExported() {
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		switch {
		case tag == "":
			name = snakeCase(field.Name)
		case name == "":
			name = field.Name
		}
		property := fantasySchema(field.Type)
		if text := field.Tag.Get("description"); text != "" {
			property["description"] = text
		}
		if list := field.Tag.Get("enum"); list != "" {
			var values []string
			for v := range strings.SplitSeq(list, ",") {
				values = append(values, strings.TrimSpace(v))
			}
			property["enum"] = values
		}
		properties[name] = property
		if !slices.Contains(strings.Split(options, ","), "omitempty") {
			required = append(required, name)
		}
	}
	out := map[string]any{"type": "object", "properties": properties}
	if len(required) > 0 {
		out["required"] = required
	}
	return out
}

func snakeCase(s string) string {
	var b strings.Builder
	for i, r := range s {
		if i > 0 && r >= 'A' && r <= 'Z' {
			b.WriteByte('_')
		}
		b.WriteString(strings.ToLower(string(r)))
	}
	return b.String()
}
