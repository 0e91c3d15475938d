package schematag

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// checkValidated judges a field whose JSON is validated against a schema made by the structure of its type, as github.com/google/jsonschema-go
// v0.4.3 does.
func checkValidated(m method, field types.Type, options string) *fault {
	t := typex.Deref(field)
	if hasOption(options, "string") && isBasic(t) && !typex.IsString(t) {
		return &fault{fails: true, wrong: "makes encoding/json expect a text where the schema has a " + schemaType(t) + ", so every value is refused", cure: "remove the option string"}
	}
	named := types.TypeString(t, nil)
	_, isMap := field.Underlying().(*types.Map)
	switch {
	case isMap && m.output && !strings.Contains(options, "omit") && typex.Method(t, "MarshalJSON") == nil:
		return &fault{of: "type", wrong: "is an object in the schema, but a nil map is written as null, so the result is refused", cure: "add omitempty"}
	case named == "encoding/json.RawMessage":
		return &fault{of: "type", fails: true, wrong: "is a list of numbers in the schema, so other JSON is refused", cure: "use any"}
	case known[named]:
	case isBytes(t) && typex.Method(t, "MarshalJSON") == nil:
		return &fault{of: "type", fails: true, wrong: "is a list of numbers in the schema, but encoding/json writes it as base64, so every value is refused", cure: "use a string"}
	case isText(t):
		return &fault{of: "type", fails: true, wrong: "is written as text, but its schema follows its structure, so every value is refused", cure: "use a string"}
	}
	return nil
}

// checkReflected judges a field that a model fills in by a schema of github.com/invopop/jsonschema v0.14.0, and encoding/json decodes.
func checkReflected(t types.Type) *fault {
	switch named := types.TypeString(t, nil); {
	case named == "net/url.URL":
		return &fault{of: "type", fails: true, wrong: "is a text in the schema, but encoding/json reads it from an object, so every value is refused", cure: "use a string"}
	case named == "time.Time", named == "net.IP", typex.Method(t, "JSONSchema") != nil, typex.Method(t, "JSONSchemaAlias") != nil:
	case isText(t):
		return &fault{of: "type", fails: true, wrong: "is read from text, but its schema follows its structure, so every value is refused", cure: "use a string"}
	}
	return nil
}

// document judges a field of a document of the AWS SDK, which reads the tag document and no other.
func document(v *types.Var, tag, name string) *fault {
	if name == "" || strings.EqualFold(name, v.Name()) || tagOf(tag, "document") != "" {
		return nil
	}
	return &fault{wrong: "is not read by documents, which write and expect " + rule.Quote(v.Name()), cure: "add the tag document:" + strconv.Quote(name) + " or pass a map"}
}

func hasOption(options, option string) bool {
	return slices.Contains(strings.Split(options, ","), option)
}

// isText reports whether encoding/json reads and writes a type as text though it is none.
func isText(t types.Type) bool {
	return typex.Method(t, "MarshalText") != nil && typex.Method(t, "MarshalJSON") == nil && !typex.IsString(t)
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

func schemaType(t types.Type) string {
	if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsBoolean != 0 {
		return "boolean"
	}
	return "number"
}
