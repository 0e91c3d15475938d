package surface

import (
	"go/types"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// argument returns the value at the place of a row, or unknown.
func argument(row *catalogue.Entry, c *call) any {
	i := row.Param(c.fn.Signature())
	if i < 0 || i >= len(c.args) {
		return unknown{}
	}
	return c.args[i]
}

// fill sets what a value tells of a tool: an object with a name in a field, or a call that takes it.
func (f *toolFinder) fill(tool *Tool, v any) {
	switch v := v.(type) {
	case *object:
		name := f.fieldRow(v.typ, "toolname")
		if name == "" {
			return
		}
		f.joined[v.pos] = true
		setText(&tool.Name, v.fields[name])
		tool.describe(v.fields[f.fieldRow(v.typ, "tooldesc")])
		for _, field := range f.fieldRows(v.typ, "toolschema") {
			if schema, ok := v.fields[field]; ok && tool.Schema == nil {
				tool.setSchema(withRequired(schema, v.fields["Required"]))
			}
		}
		tool.annotate(v)
	case *call:
		named := false
		for _, row := range f.rows(v.fn) {
			switch row.Kind {
			case "toolname":
				named = true
				setText(&tool.Name, argument(row, v))
			case "tooldesc":
				if row.Role == "tool" {
					tool.describe(argument(row, v))
				}
			case "toolschema":
				if row.Role == "value" {
					tool.setSchema(argument(row, v))
				}
			}
		}
		if named && v.expr != nil {
			f.joined[v.expr.Pos()] = true
			tool.applyOptions(f, v)
		}
	}
}

func setText(to *string, v any) {
	if c, ok := v.(*call); ok && len(c.args) == 1 { // such as anthropic.String("…"), which is no string
		if results := c.fn.Signature().Results(); results.Len() == 1 && !isString(results.At(0).Type()) {
			v = c.args[0]
		}
	}
	if s, ok := v.(string); ok && *to == "" {
		*to = s
	}
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// describe sets the description, or the file that holds it, unless there is one.
func (t *Tool) describe(v any) {
	setText(&t.Description, v)
	if file, ok := v.(embedded); ok && t.Description == "" {
		t.DescriptionFile = string(file)
	}
}

// handlerName returns the function behind a handler: itself, the one that is wrapped in calls, or the one that makes it.
func handlerName(v any) string {
	switch v := v.(type) {
	case *code:
		return v.name
	case *call:
		for _, a := range v.args {
			if name := handlerName(a); name != "" {
				return name
			}
		}
		if results := v.fn.Signature().Results(); results.Len() > 0 {
			if _, ok := results.At(0).Type().Underlying().(*types.Signature); ok {
				return FuncName(v.fn) // function literals in it count as called
			}
		}
	}
	return ""
}
