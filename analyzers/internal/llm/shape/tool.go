package shape

import (
	"go/types"
	"slices"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// toolVerbs are usual names of the method that carries out a model's call of a tool; toolSchemas, of the one that returns the schema of its
// input; declarers, of one that returns the whole declaration: name, description and schema.
var (
	toolVerbs   = []string{"Call", "Run", "Execute", "Invoke", "Handle"}
	toolSchemas = []string{"Parameters", "Params", "Schema", "InputSchema", "ParametersSchema", "ParameterSchema", "ArgsSchema", "JSONSchema"}
	declarers   = []string{"Spec", "Definition", "Declaration", "Info", "Schema", "ToolDefinition"}
)

// ToolInput returns the index of the parameter that a model fills, if a method carries out the calls of a tool that its program defines: the
// type also has methods that give its name, its description and the schema of its input, together or each alone, and the parameter is JSON
// or what was decoded from it.
func ToolInput(method *types.Func) (param int, ok bool) {
	recv := method.Signature().Recv()
	if recv == nil || !slices.Contains(toolVerbs, method.Name()) || !describesTool(recv.Type()) {
		return 0, false
	}
	return inputOf(method.Signature())
}

// ToolFunction returns the index of the field of a struct that holds the function of a tool, and of the parameter of that function that a model
// fills, if the struct also declares the tool.
func ToolFunction(t types.Type) (field, param int, ok bool) {
	if !isDeclaration(t, "schema") {
		return 0, 0, false
	}
	st := typex.Struct(t)
	for i := range st.NumFields() {
		if sig, isFunc := st.Field(i).Type().Underlying().(*types.Signature); isFunc && sig.Results().Len() > 0 {
			if param, ok := inputOf(sig); ok {
				return i, param, true
			}
		}
	}
	return 0, 0, false
}

// inputOf returns the index of the parameter of a tool's function that holds the input as JSON, or what was decoded from it.
func inputOf(sig *types.Signature) (param int, ok bool) {
	param = -1
	for i := range sig.Params().Len() {
		switch t := sig.Params().At(i).Type(); {
		case !IsArguments(t):
		case typex.IsString(t) && param >= 0: // an ID beside the input
			return 0, false
		case typex.IsString(t):
			param = i
		default:
			return i, true
		}
	}
	return param, param >= 0
}

// ToolText returns the fields of what such a function gives that hold the text of the tool's result, or nil if that is a text itself.
func ToolText(sig *types.Signature) (fields []Field) {
	if results := sig.Results(); results.Len() > 0 && isStruct(results.At(0).Type()) {
		for _, f := range Fields(results.At(0).Type()) {
			if IsText(f.Type) && isOneOf(f.Name, []string{"content", "text", "output", "result", "forllm", "llmcontent", "data", "message", "body", "stdout"}) {
				fields = append(fields, f)
			}
		}
	}
	return fields
}

func describesTool(t types.Type) bool {
	for _, name := range declarers {
		if given := getter(t, name); given != nil && isDeclaration(given, "schema") {
			return true
		}
	}
	return isTextGetter(t, "Name") && isTextGetter(t, "Description") && slices.ContainsFunc(toolSchemas, func(name string) bool { return getter(t, name) != nil })
}

func isTextGetter(t types.Type, name string) bool {
	given := getter(t, name)
	return given != nil && IsText(given)
}

// getter returns what a method without parameters gives, or nil. It may be called after the name alone, or with Get before it.
func getter(t types.Type, name string) types.Type {
	m := typex.Method(t, name)
	if m == nil {
		m = typex.Method(t, "Get"+name)
	}
	if m == nil || m.Signature().Params().Len() > 0 || m.Signature().Results().Len() == 0 {
		return nil
	}
	return m.Signature().Results().At(0).Type()
}
