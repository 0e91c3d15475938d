package llm

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// toolRoles are the roles of messages that hold the result of a tool.
var toolRoles = map[string]bool{"tool": true, "function": true}

// roleNames maps the role names of vendors and programs to one name each.
var roleNames = map[string]string{
	"human": "user", "ai": "assistant", "model": "assistant", "chatbot": "assistant", "bot": "assistant", "agent": "assistant",
	"toolresult": "tool", "tooloutput": "tool", "toolresponse": "tool", "functionresponse": "tool", "functioncalloutput": "tool",
}

// roleName normalises the name of a role.
func roleName(s string) string {
	s = strings.ToLower(s)
	if name := roleNames[separators.Replace(s)]; name != "" {
		return name
	}
	return s
}

var separators = strings.NewReplacer("_", "", "-", "")

// kindFields are names of the field that says what a part of a message is: the result of a tool, as Anthropic's API has it.
var kindFields = []string{"Type", "Kind"}

// authorFields are names of the field of a message that names the speaker.
var authorFields = []string{"Role", "Author", "Speaker", "Sender", "Source", "From"}

// isReplyRole reports whether text in a role was not written for a model: in the program's own message type, text of a tool or of
// the assistant is nearly always the record of an answer, or the program's substitute for one.
func isReplyRole(role string) bool { return toolRoles[role] || role == "assistant" }

// storesReply reports whether an instruction sets a field of a message whose role is that of a tool or of the assistant.
func (b *builder) storesReply(in ssa.Instruction) bool { return isReplyRole(b.roleOfStore(in)) }

// roleOfStore returns the role of the message in which an instruction sets a field, or "".
func (b *builder) roleOfStore(in ssa.Instruction) string {
	f := storedField(in)
	if f == nil {
		return ""
	}
	return cmp.Or(b.siblingRole(f, ""), b.guardedRole(f), b.holderRole(f))
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

// passesReply reports whether an edge leads from an argument of a call that makes a message of it, with the role of a tool or of
// the assistant as another argument.
func (b *builder) passesReply(e flow.Edge) bool { return isReplyRole(b.roleBeside(e)) }

// roleBeside returns the role that is passed beside the text of an edge which leads from an argument of a call, or "".
func (b *builder) roleBeside(e flow.Edge) string {
	call, ok := e.Instr.(ssa.CallInstruction)
	if !ok || e.From.Path != nil {
		return ""
	}
	for _, f := range b.flow.CalleesOf(call) {
		for _, param := range f.Params {
			if flow.Argument(call, param) != e.From.Value {
				continue
			}
			if role := b.roleParam(param); role != nil {
				text, _ := b.flow.String(flow.Argument(call, role))
				return roleName(text)
			}
		}
	}
	return ""
}

// siblingRole returns the constant in the role field of the same struct. If no name of the field is given, it is one of [authorFields],
// or one that tells the type of the message by the name of a role, and the part may be a tool's by its kind.
func (b *builder) siblingRole(f *ssa.FieldAddr, field string) string {
	if field == "" && b.isToolPart(f) {
		return "tool"
	}
	for _, v := range siblings(f, field) {
		if text, ok := b.flow.String(v); ok {
			return roleName(text)
		}
	}
	if field == "" {
		for _, v := range siblings(f, "Type") {
			if text, _ := b.flow.String(v); isPromptRole(roleName(text)) {
				return roleName(text)
			}
		}
	}
	return ""
}

// isToolPart reports whether a field belongs to a part of a message that another of its fields says to be the result of a tool.
func (b *builder) isToolPart(f *ssa.FieldAddr) bool {
	for _, kind := range kindFields {
		for _, v := range siblings(f, kind) {
			if text, ok := b.flow.String(v); ok && roleName(text) == "tool" {
				return true
			}
		}
	}
	return false
}

// siblings returns the values stored in the role field of the struct that a field belongs to.
func siblings(f *ssa.FieldAddr, field string) (stored []ssa.Value) {
	for _, base := range copies(f.X) {
		stored = append(stored, authors(base, f, field)...)
	}
	return stored
}

// authors returns the values stored in the role field of a struct, the field not being the one given.
func authors(base ssa.Value, not *ssa.FieldAddr, field string) (stored []ssa.Value) {
	for _, use := range flow.Uses(base) {
		g, ok := use.(*ssa.FieldAddr)
		if !ok || g == not {
			continue
		}
		if name := fieldVar(g).Name(); name == field || field == "" && slices.Contains(authorFields, name) {
			stored = append(stored, flow.StoredValues(g)...)
		}
	}
	return stored
}

// copies returns the address of a struct, and those that it was copied from: a literal is built apart from the variable that it is
// assigned to.
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

// roleParam returns the parameter that becomes the role of the message whose text another parameter becomes, or nil.
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

// fieldsStoring returns the fields in which a value is stored unchanged.
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

// unwrapped returns a value without conversions.
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

// What names the text with its declaration.
func (p *Prompt) What() string {
	switch {
	case p.Form == ConstantForm:
		return "constant " + p.Name
	case p.Form == ForeignForm:
		return "text of " + p.Name
	case p.Form == TableForm:
		return "few-shot table in " + p.Name
	case p.Decl == "":
		return "text"
	}
	return "text in " + p.Decl
}

// Kind names the role in which the model reads the text.
func (p *Prompt) Kind() string { return roleText(p.Role) }
