package schematag

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
	"unicode"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// shape returns the fault of a field whose schema and whose JSON do not agree, by how a reflector goes about encoding/json (the key
// "json" of the catalogue), or nil.
func shape(json string, v *types.Var, tag string) *fault {
	name, options, _ := strings.Cut(tagOf(tag, "json"), ",")
	switch {
	case json == "validated":
		return validated(typex.Deref(v.Type()), options)
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

// validated judges a field whose JSON is validated against a schema made by the structure of its type, as github.com/google/jsonschema-go
// v0.4.3 does.
func validated(t types.Type, options string) *fault {
	if slices.Contains(strings.Split(options, ","), "string") && isBasic(t) && !typex.IsString(t) {
		return &fault{fails: true, wrong: "makes encoding/json expect a text where the schema has a " + schemaType(t) + ", so every value is refused", cure: "remove the option string"}
	}
	named := types.TypeString(t, nil)
	switch {
	case named == "encoding/json.RawMessage":
		return &fault{of: "type", fails: true, wrong: "is a list of numbers in the schema, so other JSON is refused", cure: "use any"}
	case known[named]:
	case isBytes(t) && !hasMethod(t, "MarshalJSON"):
		return &fault{of: "type", fails: true, wrong: "is a list of numbers in the schema, but encoding/json writes it as base64, so every value is refused", cure: "use a string"}
	case hasMethod(t, "MarshalText") && !hasMethod(t, "MarshalJSON") && !typex.IsString(t):
		return &fault{of: "type", fails: true, wrong: "is written as text, but its schema follows its structure, so every value is refused", cure: "use a string"}
	}
	return nil
}

// known are the types with a schema of their own in github.com/google/jsonschema-go.
var known = map[string]bool{"time.Time": true, "log/slog.Level": true, "math/big.Int": true, "math/big.Rat": true, "math/big.Float": true}

func isBasic(t types.Type) bool { _, ok := typex.Deref(t).Underlying().(*types.Basic); return ok }

func isBytes(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	b, ok := s.Elem().Underlying().(*types.Basic)
	return ok && b.Kind() == types.Uint8
}

func hasMethod(t types.Type, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	_, ok := obj.(*types.Func)
	return ok
}

func schemaType(t types.Type) string {
	if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsBoolean != 0 {
		return "boolean"
	}
	return "number"
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
