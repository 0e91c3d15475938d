package llm

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// IsToolArgs reports whether a value holds the arguments of a tool call.
func (i *Info) IsToolArgs(v ssa.Value) bool { return i.b != nil && i.b.fromToolCall(v, toolArgs) }

// IsParsedArgs reports whether a value holds arguments of tool calls, and only such that an SDK keeps as a part of the JSON that it decoded: one that is
// invalid would have failed there.
func (i *Info) IsParsedArgs(v ssa.Value) bool {
	if i.b == nil {
		return false
	}
	parsed, open := false, false
	i.b.findToolCalls(v, toolArgs, func(of, part types.Type) bool {
		n, ok := types.Unalias(of).(*types.Named)
		if ok && !i.b.InModule(n.Obj().Pkg()) && types.TypeString(part, nil) == "encoding/json.RawMessage" {
			parsed = true
		} else {
			open = true
		}
		return !open
	})
	return parsed && !open
}

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

// A toolPart is a field of a tool call.
type toolPart uint8

const (
	noToolPart toolPart = iota
	toolArgs
	toolName
)

// fromToolCall reports whether a value comes from that part of a tool call.
func (b *builder) fromToolCall(v ssa.Value, want toolPart) bool {
	found := false
	b.findToolCalls(v, want, func(_, _ types.Type) bool {
		found = true
		return false
	})
	return found
}

// findToolCalls follows a value back to that part of tool calls, and calls found with the type of the call and that of the part, until it returns
// false. For what a method returns both are the type of the result.
func (b *builder) findToolCalls(v ssa.Value, want toolPart, found func(of, part types.Type) bool) {
	done := false
	b.flow.Walk([]flow.Loc{{Value: v}}, func(at flow.Visit) bool {
		if of, part := b.toolPartAt(at, want); of != nil {
			done = done || !found(of, part)
			return false
		}
		return !done && (at.Edge.Field == "" || isCollector(at.Edge.Instr)) && at.Edge.Kind != flow.Encoded && !at.Filled
	}, localWidth)
}

// toolPartAt returns the types of the tool call and of its part that a place holds, or nils.
func (b *builder) toolPartAt(at flow.Visit, want toolPart) (of, part types.Type) {
	if at.Loc.Key != "" {
		switch f := at.Edge.Instr.(type) {
		case *ssa.FieldAddr:
			if b.toolPart(f.X.Type(), f.Field) == want {
				return typex.Deref(f.X.Type()), fieldVar(f).Type()
			}
			if want == toolArgs {
				return b.rawArgs(f)
			}
		case *ssa.Field:
			if b.toolPart(f.X.Type(), f.Field) == want {
				return f.X.Type(), f.Type()
			}
		}
		return nil, nil
	}
	call, _ := flow.CallOf(at.Loc.Value)
	if call == nil || want != toolArgs {
		return nil, nil
	}
	t := at.Loc.Value.Type()
	if fn := flow.FuncObject(call.Common()); fn != nil && slices.ContainsFunc(b.catalogue.Lookup(fn.FullName()), isToolArgs) && (shape.IsArguments(t) || isAny(t)) {
		return t, t
	}
	return nil, nil
}

// rawArgs returns the types of a tool call and of its arguments for a field that holds the raw JSON of these, or nils: SDKs that Stainless generates have
// a field JSON.Input in addition to the field Input.
func (b *builder) rawArgs(f *ssa.FieldAddr) (of, part types.Type) {
	raw, ok := f.X.(*ssa.FieldAddr)
	if !ok || fieldVar(raw).Name() != "JSON" {
		return nil, nil
	}
	t := typex.Deref(raw.X.Type())
	c := b.toolCall(t)
	if c.args < 0 || typex.Struct(t).Field(c.args).Name() != fieldVar(f).Name() {
		return nil, nil
	}
	return t, typex.Struct(t).Field(c.args).Type()
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
