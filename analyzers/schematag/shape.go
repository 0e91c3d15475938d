package schematag

import (
	"fmt"
	"go/types"
	"strings"
	"unicode"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// shape returns the fault of a field whose schema and whose JSON do not agree, by how a reflector goes about encoding/json (the key
// "json" of the catalogue), or nil.
func shape(m method, v *types.Var, tag string) *fault {
	json := m.json
	name, options, _ := strings.Cut(tagOf(tag, "json"), ",")
	if m.required == noOmitzero && hasOption(options, "omitzero") && !hasOption(options, "omitempty") {
		return &fault{wrong: "has omitzero, which this release of the reflector does not know, so the field is required", cure: "add omitempty"}
	}
	switch {
	case json == "validated":
		return checkValidated(m, v.Type(), options)
	case json == "reflected":
		return checkReflected(typex.Deref(v.Type()))
	case json == "document":
		return document(v, tag, name)
	case json != "" && v.Embedded() && name == "" && typex.Struct(v.Type()) != nil:
		return &fault{of: "type", wrong: "becomes an object of its own in the schema, but encoding/json puts its fields into the struct around it", cure: "write its fields out"}
	case json == "whole":
		if written := strings.TrimSuffix(tagOf(tag, "json"), ",omitempty"); strings.Contains(written, ",") {
			return &fault{wrong: "names the property " + rule.Quote(written) + ", so what the model fills in is dropped", cure: "use omitempty, or no option"}
		}
		if tagOf(tag, "enum") != "" && !typex.IsString(typex.Deref(v.Type())) && isBasic(v.Type()) {
			return &fault{wrong: "lists the values as texts, which " + typex.Deref(v.Type()).String() + " cannot be decoded from", cure: "make the field a string, or write the schema by hand"}
		}
	case json == "snake":
		if snake := snakeCase(v.Name()); tagOf(tag, "json") == "" && !strings.EqualFold(snake, v.Name()) {
			return &fault{of: "name", wrong: fmt.Sprintf("is %q in the schema and %q for encoding/json, so what the model fills in is dropped", snake, v.Name()), cure: fmt.Sprintf("add the tag json:%q", snake)}
		}
	}
	return nil
}

// snakeCase is what charm.land/fantasy v0.41.2 calls a field without a tag.
func snakeCase(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && r >= 'A' && r <= 'Z' {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
