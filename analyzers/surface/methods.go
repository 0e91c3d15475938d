package surface

import (
	"go/types"
	"strings"
)

// methods records the types of the package that have the methods of a tool: its name, its description and a call.
func (f *toolFinder) methods() {
	scope := f.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		t, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || t.IsAlias() || types.IsInterface(t.Type()) {
			continue
		}
		if tool, ok := f.methodTool(t); ok {
			f.add(tool)
		}
	}
}

// methodTool reads a tool off the methods of a type.
func (f *toolFinder) methodTool(t *types.TypeName) (tool Tool, ok bool) {
	run := runMethod(t.Type(), f.pass.Pkg)
	if run == nil {
		return tool, false
	}
	tool = Tool{Pos: t.Pos(), By: t.Pkg().Name() + "." + t.Name(), Handler: FuncName(run)}
	setText(&tool.Name, f.result(t.Type(), "Name"))
	tool.describe(f.result(t.Type(), "Description"))
	var info *object
	if tool.Name == "" {
		o, ok := f.result(t.Type(), "Info").(*object)
		if !ok {
			return tool, false
		}
		setText(&tool.Name, o.fields["Name"])
		tool.describe(o.fields["Description"])
		tool.describe(o.fields["Desc"])
		for _, field := range []string{"Parameters", "InputSchema", "Schema", "ParamsOneOf"} {
			if schema, ok := o.fields[field]; ok && tool.Schema == nil {
				tool.setSchema(withRequired(schema, o.fields["Required"]))
			}
		}
		info = o
	}
	if tool.Description == "" && tool.DescriptionFile == "" && tool.Schema == nil {
		return tool, false // anything may have a name; a description may be computed
	}
	if info != nil {
		f.joined[info.pos] = true
	}
	return tool, true
}

// toolVerbs are what the method of a tool that does its work is called in the SDKs of the catalogue and in the tools of the
// applications that were read.
var toolVerbs = []string{"Call", "Run", "Execute", "Invoke", "InvokableRun", "StreamableRun", "Handle"}

// runMethod returns the method of a type that does a tool's work: it takes a context and gives an error, and the type also
// says what the tool is called.
func runMethod(t types.Type, from *types.Package) *types.Func {
	for _, verb := range toolVerbs {
		m, _, _ := types.LookupFieldOrMethod(types.NewPointer(t), false, from, verb)
		fn, ok := m.(*types.Func)
		if !ok {
			continue
		}
		sig := fn.Signature()
		if sig.Params().Len() < 2 || !strings.HasSuffix(sig.Params().At(0).Type().String(), "context.Context") || sig.Results().Len() < 1 {
			continue
		}
		if last := sig.Results().At(sig.Results().Len() - 1).Type(); !types.Identical(last, types.Universe.Lookup("error").Type()) && sig.Results().Len() != 1 {
			continue
		}
		return fn
	}
	return nil
}

// result computes what a method of the package without arguments, or with a context, returns first.
func (f *toolFinder) result(t types.Type, method string) any {
	m, _, _ := types.LookupFieldOrMethod(types.NewPointer(t), false, f.pass.Pkg, method)
	fn, ok := m.(*types.Func)
	if !ok || fn.Signature().Params().Len() > 1 {
		return unknown{}
	}
	decl := f.eval.bodies[fn.Origin()]
	if decl == nil {
		return unknown{}
	}
	if ret := onlyReturn(decl.Body); ret != nil && len(ret.Results) > 0 {
		return f.eval.eval(ret.Results[0], nil, 0)
	}
	return unknown{}
}
