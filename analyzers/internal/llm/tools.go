package llm

import (
	"cmp"
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

// A ToolMethod is a method by which a tool that the program defines carries out a model's calls.
type ToolMethod struct {
	Fn     *types.Func
	Input  int      // the index of the parameter that the model fills, without the receiver
	Output []string // keys of the fields of its first result with text for the model; none if that is a text itself
}

// ToolMethods returns the tools of the package, of an interface of its own or of another package of the program.
func (i *Info) ToolMethods() []ToolMethod {
	if i.b == nil {
		return nil
	}
	return i.b.toolMethods()
}

func (b *builder) toolMethods() []ToolMethod {
	if b.ownTools == nil {
		b.ownTools = []ToolMethod{}
		for _, obj := range b.pass.TypesInfo.Defs {
			fn, ok := obj.(*types.Func)
			if !ok {
				continue
			}
			if input, ok := shape.ToolInput(fn); ok {
				m := ToolMethod{Fn: fn, Input: input}
				for _, f := range shape.ToolText(fn) {
					m.Output = append(m.Output, b.fieldKey(f))
				}
				b.ownTools = append(b.ownTools, m)
			}
		}
		slices.SortFunc(b.ownTools, func(m, n ToolMethod) int { return cmp.Compare(m.Fn.Pos(), n.Fn.Pos()) })
	}
	return b.ownTools
}

// isToolInput reports whether a parameter is the input of a tool of the package.
func (b *builder) isToolInput(p *ssa.Parameter) bool {
	return slices.ContainsFunc(b.toolMethods(), func(m ToolMethod) bool {
		return p.Parent().Object() == m.Fn && p == p.Parent().Params[m.Input+1]
	})
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
