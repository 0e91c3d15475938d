package llm

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// toolRoles are the roles of messages that hold what a tool gave back.
var toolRoles = map[string]bool{"tool": true, "function": true}

// roleNames maps what vendors and programs call the roles to one name each.
var roleNames = map[string]string{
	"human": "user", "ai": "assistant", "model": "assistant", "chatbot": "assistant", "bot": "assistant", "agent": "assistant", "toolresult": "tool",
}

// roleName returns the one name of a role.
func roleName(s string) string {
	s = strings.ToLower(s)
	if name := roleNames[s]; name != "" {
		return name
	}
	return s
}

// authorFields are what the field of a message is called that says who speaks.
var authorFields = []string{"Role", "Author", "Speaker", "Sender", "Source", "From"}

// isReplyRole reports whether what has that role is nothing that was written for a model: in a type of one's own, what a tool or the
// assistant says is nearly always the record of an answer, or what the program says in its place.
func isReplyRole(role string) bool { return toolRoles[role] || role == "assistant" }

// storesReply reports whether an instruction sets a field of a message that says in its role that a tool or the assistant speaks.
func (b *builder) storesReply(in ssa.Instruction) bool { return isReplyRole(b.roleOfStore(in)) }

// roleOfStore returns the role of the message of which an instruction sets a field, or "".
func (b *builder) roleOfStore(in ssa.Instruction) string {
	if f := storedField(in); f != nil {
		return b.siblingRole(f, "")
	}
	return ""
}

// storedField returns the address of the field that an instruction stores to, or nil.
func storedField(in ssa.Instruction) *ssa.FieldAddr {
	store, ok := in.(*ssa.Store)
	if !ok {
		return nil
	}
	f, _ := store.Addr.(*ssa.FieldAddr)
	return f
}

// passesReply reports whether an edge leads from what a call passes to a function that makes a message of it, with the role of a
// tool or of the assistant, which the call passes too.
func (b *builder) passesReply(e flow.Edge) bool {
	call, ok := e.Instr.(ssa.CallInstruction)
	if !ok || e.From.Path != nil {
		return false
	}
	for _, f := range b.flow.CalleesOf(call) {
		for _, param := range f.Params {
			if flow.Argument(call, param) != e.From.Value {
				continue
			}
			if role := b.roleParam(param); role != nil {
				text, _ := b.flow.String(flow.Argument(call, role))
				return isReplyRole(roleName(text))
			}
		}
	}
	return false
}

// siblingRole returns the constant that the same struct has in its role field, which is one of [authorFields] if no name is given.
func (b *builder) siblingRole(f *ssa.FieldAddr, field string) string {
	for _, v := range siblings(f, field) {
		if text, ok := b.flow.String(v); ok {
			return roleName(text)
		}
	}
	return ""
}

// siblings returns what is stored in the role field of the struct that a field belongs to.
func siblings(f *ssa.FieldAddr, field string) (stored []ssa.Value) {
	for _, base := range copies(f.X) {
		for _, use := range flow.Uses(base) {
			g, ok := use.(*ssa.FieldAddr)
			if !ok || g == f {
				continue
			}
			if name := fieldVar(g).Name(); name == field || field == "" && slices.Contains(authorFields, name) {
				stored = append(stored, flow.StoredValues(g)...)
			}
		}
	}
	return stored
}

// copies returns the address of a struct, and those of which it is a copy: a literal that is assigned to a variable is made apart.
func copies(addr ssa.Value) []ssa.Value {
	all := []ssa.Value{addr}
	alloc, ok := addr.(*ssa.Alloc)
	if !ok {
		return all
	}
	for _, v := range flow.StoredValues(alloc) {
		if load, ok := v.(*ssa.UnOp); ok {
			if from, ok := load.X.(*ssa.Alloc); ok {
				all = append(all, from)
			}
		}
	}
	return all
}

// roleParam returns the parameter that becomes the role of a message of which another one becomes the text, or nil.
func (b *builder) roleParam(text *ssa.Parameter) *ssa.Parameter {
	if param, ok := b.roleParams[text]; ok {
		return param
	}
	var role *ssa.Parameter
	for _, f := range fieldsStoring(text) {
		for _, v := range siblings(f, "") {
			if p, ok := unwrapped(v).(*ssa.Parameter); ok && p != text {
				role = p
			}
		}
	}
	b.roleParams[text] = role
	return role
}

// fieldsStoring returns the fields in which a value is stored as it is.
func fieldsStoring(v ssa.Value) (out []*ssa.FieldAddr) {
	for _, use := range flow.Uses(v) {
		switch use := use.(type) {
		case *ssa.Store:
			if f, ok := use.Addr.(*ssa.FieldAddr); ok && use.Val == v {
				out = append(out, f)
			}
		case *ssa.MakeInterface:
			out = append(out, fieldsStoring(use)...)
		case *ssa.ChangeType:
			out = append(out, fieldsStoring(use)...)
		case *ssa.Convert:
			out = append(out, fieldsStoring(use)...)
		}
	}
	return out
}

// unwrapped returns the value of which another is a conversion.
func unwrapped(v ssa.Value) ssa.Value {
	for {
		switch w := v.(type) {
		case *ssa.MakeInterface:
			v = w.X
		case *ssa.ChangeType:
			v = w.X
		case *ssa.Convert:
			v = w.X
		default:
			return v
		}
	}
}
