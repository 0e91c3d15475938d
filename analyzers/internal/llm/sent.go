package llm

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A MessageText is a value that the package sends to a model as the text of a message.
type MessageText struct {
	Value ssa.Value
	Role  string        // of the message
	Name  string        // of the call or field that takes it, as messages show it
	Pos   token.Pos     // of the call or the store
	Func  *ssa.Function // that contains it
	Store *ssa.Store    // that fills the field of a message, or nil
}

// MessageTexts returns the values that are sent to a model in messages of one of the roles, in source order.
func (i *Info) MessageTexts(roles ...string) (out []MessageText) {
	if i.b == nil {
		return nil
	}
	for _, s := range i.b.promptSinks {
		if s.label == PromptLabel && s.loc.Value != nil && s.instr != nil && slices.Contains(roles, s.role) {
			store, _ := s.instr.(*ssa.Store)
			out = append(out, MessageText{s.loc.Value, s.role, s.name, s.instr.Pos(), s.instr.Parent(), store})
		}
	}
	return out
}
