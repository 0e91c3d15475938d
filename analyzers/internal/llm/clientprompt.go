package llm

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// IsClientPrompt reports whether what is decoded into a place is meant to instruct a model: messages with roles, a part of one, or a field that is called as
// system prompts are. A program that takes a request of that form passes on what its client tells the model.
func (i *Info) IsClientPrompt(at flow.Visit) bool {
	if at.Loc.Key == "" {
		t := typex.Deref(at.Loc.Value.Type())
		return i.b.shapes.IsMessage(t) || i.b.shapes.IsMessages(t)
	}
	in := at.Edge.Instr
	if load, ok := in.(*ssa.UnOp); ok {
		in, _ = load.X.(ssa.Instruction)
	}
	x, field := ssax.FieldOf(in)
	if x == nil {
		return false
	}
	of := typex.Deref(x.Type())
	f := typex.Struct(of).Field(field)
	return isInstruction(f) || isPromptBesideInstruction(f, of) || i.b.shapes.IsMessages(f.Type()) || i.b.shapes.IsMessage(of)
}

// isInstruction reports whether a field is called as system prompts are.
func isInstruction(f *types.Var) bool {
	role, _ := shape.NamedField(f)
	return role == "system" || role == "developer"
}

// isPromptBesideInstruction reports whether a field is called as prompts are, in a struct that has a system prompt too.
func isPromptBesideInstruction(f *types.Var, of types.Type) bool {
	role, _ := shape.NamedField(f)
	st := typex.Struct(of)
	return role != "" && fieldIndex(st, func(i int) bool { return isInstruction(st.Field(i)) }) >= 0
}
