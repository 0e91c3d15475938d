package surface

import (
	"encoding/json"
	"go/ast"
	"go/types"
	"reflect"
	"strconv"
	"strings"

	google "github.com/google/jsonschema-go/jsonschema"
	"github.com/invopop/jsonschema"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// reflectors make a schema of a type as the function of the SDK does that the role of a toolschema row names. They call the
// libraries that the SDKs call, with the options that these give them.
var reflectors = map[string]func(reflect.Type) ([]byte, error){
	"google": func(t reflect.Type) ([]byte, error) { // go-sdk v1.8.0, mcp.AddTool; mcp-go v1.2.1, mcp.WithInputSchema
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if t.Kind() == reflect.Interface {
			return []byte(`{"type":"object"}`), nil
		}
		s, err := google.ForType(t, &google.ForOptions{})
		if err != nil {
			return nil, err
		}
		return json.Marshal(s)
	},
	"genkit": func(t reflect.Type) ([]byte, error) { // genkit v1.4.0, internal/base.InferJSONSchema
		return invopop(&jsonschema.Reflector{DoNotReference: true, Mapper: genkitMapper()}, t)
	},
	"eino": func(t reflect.Type) ([]byte, error) { // eino v0.7.36, components/tool/utils
		return invopop(&jsonschema.Reflector{Anonymous: true, DoNotReference: true}, t)
	},
	"anthropic": func(t reflect.Type) ([]byte, error) { // anthropic-sdk-go v1.84.0, toolrunner
		return json.Marshal((&jsonschema.Reflector{RequiredFromJSONSchemaTags: true, DoNotReference: true}).ReflectFromType(t))
	},
	"fantasy": func(t reflect.Type) ([]byte, error) { return json.Marshal(fantasySchema(t)) },
}

func invopop(r *jsonschema.Reflector, t reflect.Type) ([]byte, error) {
	s := r.ReflectFromType(t)
	s.Version = ""
	return json.Marshal(s)
}

// genkitMapper is the mapper of that function: the schema of a list of anything, and of a struct where it stands for the second time.
func genkitMapper() func(reflect.Type) *jsonschema.Schema {
	seen := map[reflect.Type]bool{}
	return func(t reflect.Type) *jsonschema.Schema {
		if t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Interface {
			return &jsonschema.Schema{Type: "array", Items: &jsonschema.Schema{AdditionalProperties: jsonschema.TrueSchema}}
		}
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct {
			return nil
		}
		if seen[t] {
			return &jsonschema.Schema{AdditionalProperties: jsonschema.TrueSchema}
		}
		seen[t] = true
		return nil
	}
}

// inferSchema sets the schema that a call makes of the type of a tool's input, unless the tool brought one.
func (f *toolFinder) inferSchema(tool *Tool, e *ast.CallExpr, fn *types.Func) {
	if tool.Schema != nil || tool.SchemaBy != "" {
		return
	}
	for _, row := range f.rows(fn) {
		if row.Kind == "toolschema" && reflectors[row.Role] != nil {
			tool.reflect(row.Role, f.inputType(row, e, fn))
			return
		}
	}
}

// inputType is the type argument or the argument that a row names.
func (f *toolFinder) inputType(row *catalogue.Entry, e *ast.CallExpr, fn *types.Func) types.Type {
	if index, err := strconv.Atoi(row.Attrs["typearg"]); err == nil {
		return f.typeArg(e, index)
	}
	if i := row.Param(fn.Signature()); i >= 0 && i < len(e.Args) {
		return f.pass.TypesInfo.TypeOf(e.Args[i])
	}
	return nil
}

// typeArg is a type argument of a call of a generic function, written or inferred, or nil.
func (f *toolFinder) typeArg(e *ast.CallExpr, index int) types.Type {
	fun := ast.Unparen(e.Fun)
	switch x := fun.(type) {
	case *ast.IndexExpr:
		fun = ast.Unparen(x.X)
	case *ast.IndexListExpr:
		fun = ast.Unparen(x.X)
	}
	var id *ast.Ident
	switch x := fun.(type) {
	case *ast.Ident:
		id = x
	case *ast.SelectorExpr:
		id = x.Sel
	}
	if args := f.pass.TypesInfo.Instances[id].TypeArgs; args != nil && index < args.Len() {
		return args.At(index)
	}
	return nil
}

// reflect sets the schema that a reflector makes of a type.
func (tool *Tool) reflect(by string, t types.Type) {
	if t == nil {
		return
	}
	rt, err := reflectType(t, nil)
	if err == nil {
		tool.Schema, err = reflectors[by](rt)
	}
	tool.SchemaBy = by
	if err != nil {
		tool.Schema, tool.SchemaBy = nil, "none: "+err.Error()
	}
}

// setSchema sets a schema that stands in the code as a value.
func (tool *Tool) setSchema(v any) {
	if text, ok := v.(string); ok {
		if json.Valid([]byte(text)) {
			tool.Schema, tool.SchemaBy = []byte(text), "literal"
		}
		return
	}
	plain, whole := plainValue(v)
	if c, ok := v.(*call); ok && shortName(c.fn) == einoParams {
		plain, whole = einoSchema(first(c.args))
	}
	if plain == nil {
		if v != nil {
			tool.SchemaBy = "none: computed"
		}
		return
	}
	data, err := json.Marshal(plain)
	if err != nil {
		return
	}
	tool.Schema, tool.SchemaBy = data, "literal"
	if !whole {
		tool.SchemaBy = "literal, in part computed"
	}
}

// withRequired makes a schema of a map that holds only the properties, as the tools of some applications and of fantasy declare
// them, with the names of the required ones beside it. Any other value is returned as it is.
func withRequired(v, names any) any {
	m, ok := v.(map[string]any)
	if !ok || len(m) == 0 {
		return v
	}
	for _, property := range m {
		if _, ok := property.(map[string]any); !ok {
			return v
		}
	}
	out := map[string]any{"type": "object", "properties": m}
	if list, ok := names.([]any); ok && len(list) > 0 {
		out["required"] = list
	}
	return out
}

// plainValue turns a value into what encoding/json makes of it. What is computed is left out, and whole says that nothing was.
func plainValue(v any) (plain any, whole bool) {
	switch v := v.(type) {
	case string, bool, int64, float64:
		return v, true
	case nil:
		return nil, true
	case []any:
		out, whole := []any{}, true
		for _, el := range v {
			p, ok := plainValue(el)
			if whole = whole && ok; p != nil {
				out = append(out, p)
			}
		}
		return out, whole
	case map[string]any:
		out, whole := map[string]any{}, true
		for key, el := range v {
			p, ok := plainValue(el)
			if whole = whole && ok; p != nil {
				out[key] = p
			}
		}
		return out, whole
	case *object:
		return plainObject(v)
	case *call:
		if len(v.args) == 1 { // such as openai.String("…")
			if _, isCode := v.args[0].(*code); !isCode {
				return plainValue(v.args[0])
			}
		}
	}
	return nil, false
}

// marshalled are the names that a type's own MarshalJSON gives to fields which their tags leave out: those of Schema in
// google/jsonschema-go v0.4.3.
var marshalled = map[string]string{
	"jsonschema.Schema.Type": "type", "jsonschema.Schema.Types": "type", "jsonschema.Schema.Items": "items", "jsonschema.Schema.ItemsArray": "items",
	"jsonschema.Schema.DependencySchemas": "dependencies", "jsonschema.Schema.DependencyStrings": "dependencies",
}

func plainObject(o *object) (any, bool) {
	st, ok := o.typ.Underlying().(*types.Struct)
	if !ok {
		return nil, false
	}
	out, whole := map[string]any{}, true
	for i := range st.NumFields() {
		v, set := o.fields[st.Field(i).Name()]
		name, _, _ := strings.Cut(reflect.StructTag(st.Tag(i)).Get("json"), ",")
		if custom := marshalled[typeName(o.typ)+"."+st.Field(i).Name()]; custom != "" {
			name = custom
		}
		if !set || name == "-" {
			continue
		}
		if name == "" {
			name = st.Field(i).Name()
		}
		p, ok := plainValue(v)
		if whole = whole && ok; p != nil {
			out[name] = p
		}
	}
	for field := range st.Fields() { // SDKs that are generated have types for fields that always hold the same
		if typeName(field.Type()) == "constant.Object" && out["type"] == nil {
			out["type"] = "object"
		}
	}
	return out, whole
}

// annotate sets the hints of an object's Annotations field: fields of type bool or *bool whose names end in Hint.
func (tool *Tool) annotate(o *object) {
	hints, ok := o.fields["Annotations"].(*object)
	if !ok {
		return
	}
	for name, v := range hints.fields {
		if strings.HasSuffix(name, "Hint") {
			tool.hint(name, v)
		}
	}
}

// hint sets one hint from a constant, or a call that makes a pointer of one.
func (tool *Tool) hint(name string, v any) {
	if c, ok := v.(*call); ok && len(c.args) == 1 {
		v = c.args[0]
	}
	if set, ok := v.(bool); ok {
		if tool.Annotations == nil {
			tool.Annotations = map[string]bool{}
		}
		tool.Annotations[strings.ToLower(name[:1])+name[1:]] = set
	}
}
