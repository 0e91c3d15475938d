package surface

import (
	"encoding/json"
	"go/types"
	"maps"
	"strings"
)

// mcpGo is the package of mcp-go whose options build a tool's schema. What they do was read in v1.2.1 (tools.go).
const mcpGo = "github.com/mark3labs/mcp-go/mcp"

// propertyTypes are the types of the properties that its tool options add; WithAny gives none.
var propertyTypes = map[string]string{"WithString": "string", "WithNumber": "number", "WithInteger": "integer",
	"WithBoolean": "boolean", "WithArray": "array", "WithObject": "object", "WithAny": ""}

// itemTypes are the types of the items that its property options give an array.
var itemTypes = map[string]string{"WithStringItems": "string", "WithNumberItems": "number", "WithIntegerItems": "integer", "WithBooleanItems": "boolean"}

// keywords are its property options that set one keyword to their argument.
var keywords = map[string]string{"Description": "description", "Title": "title", "DefaultString": "default", "DefaultNumber": "default",
	"DefaultBool": "default", "DefaultArray": "default", "MaxLength": "maxLength", "MinLength": "minLength", "Pattern": "pattern",
	"Max": "maximum", "Min": "minimum", "MultipleOf": "multipleOf", "Properties": "properties", "AdditionalProperties": "additionalProperties",
	"MinProperties": "minProperties", "MaxProperties": "maxProperties", "PropertyNames": "propertyNames", "Items": "items",
	"MinItems": "minItems", "MaxItems": "maxItems", "UniqueItems": "uniqueItems"}

// defaultHints are those that NewTool gives each tool, whose options change them one by one: a tool that is declared read-only stays
// declared destructive (see findings/read-only-tool-declared-destructive.sh).
var defaultHints = map[string]bool{"readOnlyHint": false, "destructiveHint": true, "idempotentHint": false, "openWorldHint": true}

// applyOptions applies the options that a call which makes a tool is given.
func (tool *Tool) applyOptions(f *toolFinder, c *call) {
	ours := c.fn.Pkg() != nil && c.fn.Pkg().Path() == mcpGo && c.fn.Name() == "NewTool"
	if ours {
		tool.Annotations = maps.Clone(defaultHints)
	}
	schema := map[string]any{"type": "object", "properties": map[string]any{}, "required": []any{}}
	whole := true
	for _, arg := range spread(c.args) {
		option, ok := arg.(*call)
		if !ok {
			_, text := arg.(string) // the name
			whole = whole && text
			continue
		}
		for _, row := range f.rows(option.fn) {
			if row.Kind == "tooldesc" && row.Role == "tool" {
				tool.describe(argument(row, option))
			}
			if row.Kind == "toolname" {
				setText(&tool.Name, argument(row, option))
			}
		}
		if ours {
			whole = tool.toolOption(f, option, schema) && whole
		}
	}
	if !ours || tool.Schema != nil || tool.SchemaBy != "" {
		return
	}
	tool.Schema, _ = json.Marshal(schema)
	if tool.SchemaBy = "literal"; !whole {
		tool.SchemaBy = "literal, in part computed"
	}
}

// spread flattens lists among arguments, as "options..." passes them.
func spread(args []any) (out []any) {
	for _, a := range args {
		if list, ok := a.([]any); ok {
			out = append(out, spread(list)...)
		} else {
			out = append(out, a)
		}
	}
	return out
}

// toolOption applies an option of a tool and reports whether all of it is known.
func (tool *Tool) toolOption(f *toolFinder, option *call, schema map[string]any) (whole bool) {
	name := option.fn.Name()
	if kind, ok := propertyTypes[name]; ok && len(option.args) > 0 {
		property, ok := option.args[0].(string)
		if !ok {
			return false
		}
		p := map[string]any{}
		if kind != "" {
			p["type"] = kind
		}
		if kind == "object" {
			p["properties"] = map[string]any{}
		}
		whole = properties(p, option.args[1:])
		if p["required"] == true {
			delete(p, "required")
			schema["required"] = append(schema["required"].([]any), property)
		}
		schema["properties"].(map[string]any)[property] = p
		return whole
	}
	switch name {
	case "WithDescription", "WithToolTitle", "WithTitleAnnotation", "WithDeferLoading", "WithToolIcons", "WithTaskSupport", "WithOutputSchema", "WithRawOutputSchema":
		return true
	case "WithRawInputSchema":
		if len(option.args) == 1 {
			tool.setSchema(option.args[0])
		}
		return tool.Schema != nil
	case "WithInputSchema":
		tool.reflect("google", instanceOf(f, option))
		return true
	case "WithSchemaAdditionalProperties":
		v, ok := plainValue(first(option.args))
		schema["additionalProperties"] = v
		return ok
	case "WithToolAnnotation":
		if o, ok := first(option.args).(*object); ok {
			tool.Annotations = nil // in place of all, also of the defaults
			tool.annotate(&object{fields: map[string]any{"Annotations": o}})
		}
		return true
	}
	if hint, ok := strings.CutPrefix(name, "With"); ok && strings.HasSuffix(hint, "HintAnnotation") {
		tool.hint(strings.TrimSuffix(hint, "Annotation"), first(option.args))
		return true
	}
	return false
}

func first(args []any) any {
	if len(args) == 0 {
		return unknown{}
	}
	return args[0]
}

// properties applies property options to a property and reports whether all of them are known.
func properties(p map[string]any, options []any) (whole bool) {
	whole = true
	for _, arg := range spread(options) {
		option, ok := arg.(*call)
		if !ok || option.fn.Pkg() == nil || option.fn.Pkg().Path() != mcpGo {
			whole = false
			continue
		}
		name := option.fn.Name()
		switch kind, items := itemTypes[name]; {
		case name == "Required":
			p["required"] = true
		case name == "Enum":
			values, ok := plainValue(spread(option.args))
			p["enum"], whole = values, whole && ok
		case name == "WithStringEnumItems":
			values, ok := plainValue(first(option.args))
			p["items"], whole = map[string]any{"type": "string", "enum": values}, whole && ok
		case items:
			item := map[string]any{"type": kind}
			whole = properties(item, option.args) && whole
			maps.DeleteFunc(item, func(k string, _ any) bool { return k == "required" && kind == "integer" })
			p["items"] = item
		case keywords[name] != "":
			v, ok := plainValue(first(option.args))
			p[keywords[name]], whole = v, whole && ok
		default:
			whole = false
		}
	}
	return whole
}

// instanceOf is the first type argument of a call of a generic function, or nil.
func instanceOf(f *toolFinder, c *call) types.Type {
	if c.expr == nil {
		return nil
	}
	return f.typeArg(c.expr, 0)
}
