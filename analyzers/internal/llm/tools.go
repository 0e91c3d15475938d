package llm

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// IsToolArgs reports whether a value holds the arguments of a tool call.
func (i *Info) IsToolArgs(v ssa.Value) bool { return i.b != nil && i.b.fromToolCall(v, toolArgs) }

// IsToolName reports whether a value holds the tool name of a tool call.
func (i *Info) IsToolName(v ssa.Value) bool { return i.b != nil && i.b.fromToolCall(v, toolName) }

// ReadsToolCalls reports whether the package reads a part of a tool call anywhere.
func (i *Info) ReadsToolCalls() bool { return i.b != nil && i.b.readsToolCalls() }

func (b *builder) readsToolCalls() bool {
	seen := map[types.Object]bool{}
	for _, s := range b.pass.TypesInfo.Selections {
		if seen[s.Obj()] {
			continue
		}
		seen[s.Obj()] = true
		if fn, ok := s.Obj().(*types.Func); ok {
			if slices.ContainsFunc(b.catalogue.Lookup(fn.Origin().FullName()), isToolArgs) {
				return true
			}
			continue
		}
		t := s.Recv()
		for _, i := range s.Index() { // through embedded structs to the field
			if b.toolPart(t, i) != noToolPart {
				return true
			}
			t = typex.Struct(t).Field(i).Type()
		}
	}
	return false
}

// A Tool is a function by which a tool that the program defines carries out a model's calls: a method of a type, or what is stored in a field
// of a struct, that also tells what the tool is called, what it is for and what it takes.
type Tool struct {
	Fn     *ssa.Function
	Input  *ssa.Parameter // what the model fills
	Output []string       // keys of the fields of its first result with text for the model; none if that is a text itself
}

// Tools returns the tools of the package, in the order of the source.
func (i *Info) Tools() []Tool {
	if i.b == nil {
		return nil
	}
	return i.b.ownTools()
}

// DeclaresTools reports whether the package may have tools of its own.
func (i *Info) DeclaresTools() bool { return i.b != nil && i.b.declaresTools() }

// findDeclaredTools decides by types alone.
func (b *builder) findDeclaredTools() bool {
	for _, obj := range b.pass.TypesInfo.Defs {
		if fn, ok := obj.(*types.Func); ok {
			if _, ok := shape.ToolInput(fn); ok {
				return true
			}
		}
	}
	seen := map[types.Object]bool{}
	for _, obj := range b.pass.TypesInfo.Uses {
		if t, ok := obj.(*types.TypeName); ok && !seen[obj] {
			seen[obj] = true
			if _, _, ok := b.toolFunction(t.Type()); ok {
				return true
			}
		}
	}
	return false
}

// toolFunction is [shape.ToolFunction] for the types of the code under check.
func (b *builder) toolFunction(t types.Type) (field, param int, ok bool) {
	n := typex.Named(t)
	if n == nil || n.Obj().Pkg() == nil || typex.Struct(n) == nil || !b.InModule(n.Obj().Pkg()) {
		return 0, 0, false
	}
	return shape.ToolFunction(n)
}

func (b *builder) findOwnTools() (tools []Tool) {
	if !b.declaresTools() {
		return nil
	}
	seen := map[*ssa.Function]bool{}
	add := func(fn *ssa.Function, param int) {
		if fn == nil || seen[fn] || param >= len(fn.Params) {
			return
		}
		seen[fn] = true
		tool := Tool{Fn: fn, Input: fn.Params[param]}
		for _, f := range shape.ToolText(fn.Signature) {
			tool.Output = append(tool.Output, b.fieldKey(f))
		}
		tools = append(tools, tool)
	}
	for _, fn := range b.flow.Funcs {
		if obj, ok := fn.Object().(*types.Func); ok && fn.Signature.Recv() != nil {
			if input, ok := shape.ToolInput(obj); ok {
				add(fn, input+1)
			}
		}
		for in := range ssax.Instructions(fn) {
			store := storedField(in)
			if store == nil {
				continue
			}
			if field, param, ok := b.toolFunction(typex.Deref(store.X.Type())); ok && field == store.Field {
				for _, f := range b.flow.FunctionsOf(in.(*ssa.Store).Val) {
					if f.Signature.Recv() != nil { // a bound method
						add(f, param+1)
					} else {
						add(f, param)
					}
				}
			}
		}
	}
	return tools
}

// isToolInput reports whether a parameter is the input of a tool of the package.
func (b *builder) isToolInput(p *ssa.Parameter) bool {
	return slices.ContainsFunc(b.ownTools(), func(t Tool) bool { return t.Input == p })
}

// A toolPart is a field of a tool call.
type toolPart uint8

const (
	noToolPart toolPart = iota
	toolArgs
	toolName
)

// fromToolCall follows a value back to that part of a tool call.
func (b *builder) fromToolCall(v ssa.Value, want toolPart) bool {
	found := false
	b.flow.Walk([]flow.Loc{{Value: v}}, func(at flow.Visit) bool {
		if p, ok := at.Loc.Value.(*ssa.Parameter); ok && want == toolArgs {
			found = found || b.isToolInput(p)
		} else if at.Loc.Key != "" {
			switch f := at.Edge.Instr.(type) {
			case *ssa.FieldAddr:
				found = found || b.toolPart(f.X.Type(), f.Field) == want || want == toolArgs && b.isRawArgs(f)
			case *ssa.Field:
				found = found || b.toolPart(f.X.Type(), f.Field) == want
			}
		} else if call, _ := flow.CallOf(at.Loc.Value); call != nil && want == toolArgs {
			fn := flow.FuncObject(call.Common())
			found = found || fn != nil && slices.ContainsFunc(b.catalogue.Lookup(fn.FullName()), isToolArgs) && (shape.IsArguments(at.Loc.Value.Type()) || isAny(at.Loc.Value.Type()))
		}
		return !found && (at.Edge.Field == "" || isCollector(at.Edge.Instr)) && at.Edge.Kind != flow.Encoded && !at.Filled
	}, localWidth)
	return found
}

// isRawArgs reports whether a field holds the raw JSON of the arguments of a tool call: SDKs that Stainless generates have a field
// JSON.Input in addition to the field Input.
func (b *builder) isRawArgs(f *ssa.FieldAddr) bool {
	raw, ok := f.X.(*ssa.FieldAddr)
	if !ok || fieldVar(raw).Name() != "JSON" {
		return false
	}
	t := typex.Deref(raw.X.Type())
	c := b.toolCall(t)
	return c.args >= 0 && typex.Struct(t).Field(c.args).Name() == fieldVar(f).Name()
}

func isAny(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.Empty()
}

// isCollector reports whether an instruction reads a field in which the program itself gathers the parts of a tool call: one that
// no other package can set.
func isCollector(in ssa.Instruction) bool {
	f, ok := in.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	n, named := types.Unalias(typex.Deref(f.X.Type())).(*types.Named)
	return !fieldVar(f).Exported() || named && !n.Obj().Exported()
}

// toolPart says which part of a tool call a field is.
func (b *builder) toolPart(t types.Type, field int) toolPart {
	switch c := b.toolCall(typex.Deref(t)); field {
	case c.args:
		return toolArgs
	case c.name:
		return toolName
	}
	return noToolPart
}

// A toolCall holds the indexes of the fields of a struct that are the parts of a tool call, or -1.
type toolCall struct{ args, name int }

// toolCall recognises a struct by the catalogue or, in the code under check, by its JSON keys: a name with arguments, or with an
// input and an ID.
func (b *builder) toolCall(t types.Type) (c toolCall) {
	if c, ok := b.toolCalls[t]; ok {
		return c
	}
	defer func() { b.toolCalls[t] = c }()
	none := toolCall{-1, -1}
	st := typex.Struct(t)
	if st == nil {
		return none
	}
	for i := range st.NumFields() {
		if slices.ContainsFunc(b.catalogue.Lookup(flow.FieldKey(t, i)), isToolArgs) {
			return toolCall{i, fieldIndex(st, func(j int) bool { return st.Field(j).Name() == "Name" })}
		}
	}
	if n, ok := types.Unalias(t).(*types.Named); ok && !b.InModule(n.Obj().Pkg()) {
		return none
	}
	name, args, ok := shape.ToolCallOf(t)
	if !ok {
		return none
	}
	index := func(f shape.Field) int { // -1 for a field of an embedded struct
		return fieldIndex(st, func(i int) bool { return i == f.Index && f.Of == t })
	}
	return toolCall{index(args), index(name)}
}

// fieldIndex returns the index of the first field for which is returns true, or -1.
func fieldIndex(st *types.Struct, is func(int) bool) int {
	for i := range st.NumFields() {
		if is(i) {
			return i
		}
	}
	return -1
}

func isToolArgs(e *catalogue.Entry) bool { return e.Kind == "output" && e.Role == "tool-args" }
