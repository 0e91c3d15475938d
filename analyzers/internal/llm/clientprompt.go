package llm

import (
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
	role, _ := shape.NamedField(f)
	return role == "system" || role == "developer" || i.b.shapes.IsMessages(f.Type()) || i.b.shapes.IsMessage(typex.Deref(of))
}
