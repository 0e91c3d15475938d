package llm

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// containerWidth bounds the values that a part of a message is followed through to what contains it.
const containerWidth = 40

// inContainer gives a sink the role of the message, or of the request field, that contains its text as a part: a part of a system
// instruction is one regardless of its own role, and a part without a role has that of its message.
func (b *builder) inContainer(part ssa.Value, s *sink) {
	if part == nil || s.label != PromptLabel {
		return
	}
	said := "" // by the message that the part is found in; one in messages of several roles has none
	seen := map[ssa.Value]bool{}
	work := []ssa.Value{part}
	for len(work) > 0 && len(seen) < containerWidth {
		v := work[0]
		work = work[1:]
		if seen[v] {
			continue
		}
		seen[v] = true
		switch v := v.(type) { // written in place
		case *ssa.IndexAddr:
			work = append(work, v.X)
		case *ssa.FieldAddr:
			if e := b.containerField(v, s); e != nil {
				s.role = e.Role
				return
			}
			work = append(work, v.X)
		}
		for _, use := range flow.Uses(v) {
			switch use := use.(type) {
			case *ssa.Store:
				if use.Val != v {
					continue
				}
				switch addr := use.Addr.(type) {
				case *ssa.FieldAddr:
					if e := b.containerField(addr, s); e != nil {
						s.role, s.name, s.instr = e.Role, "the field "+fieldName(addr)+" of "+e.SDK.Name, use
						return
					}
					if r := b.siblingRole(addr, ""); r != "" && s.role == "any" {
						s.role, said = r, r
					} else if r != "" && said != "" && r != said {
						s.role = "any"
						return
					}
					work = append(work, addr.X)
				case *ssa.IndexAddr:
					work = append(work, addr.X)
				case *ssa.Alloc:
					work = append(work, addr)
				}
			case *ssa.UnOp, *ssa.Slice, *ssa.MakeInterface, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.Phi:
				if pointsTo(use) {
					work = append(work, use.(ssa.Value))
				}
			case *ssa.Call:
				if builtin, ok := use.Call.Value.(*ssa.Builtin); ok && builtin.Name() == "append" {
					work = append(work, use)
				} else if role, chain := b.messageCall(use, v); isPromptRole(role) {
					if s.role == "any" {
						s.role = role
					}
					return
				} else if role == "assistant" {
					s.spoken = role
					return
				} else if chain {
					work = append(work, use)
				} else if role := b.containerCall(use, v); role != "" && (s.role == "any" || role == "system" || role == "developer") {
					s.role = role
					return
				} else if role != "" {
					return
				}
			}
		}
	}
}

// templateInContainer gives the sink of a template the role of the message that holds the template, if it is written for a model.
func (b *builder) templateInContainer(template ssa.Value, s *sink) {
	whole := sink{label: s.label, role: "any"}
	if b.inContainer(template, &whole); isPromptRole(whole.role) {
		s.role = whole.role
	}
}

// pointsTo reports whether an instruction yields its operand as a whole: a load, not a length or a negation.
func pointsTo(in ssa.Instruction) bool {
	v, ok := in.(ssa.Value)
	if !ok {
		return false
	}
	b, basic := v.Type().Underlying().(*types.Basic)
	return !basic || b.Info()&types.IsString != 0
}

// containerField returns the catalogue row of a field that determines the role of what is stored in it, or nil.
func (b *builder) containerField(f *ssa.FieldAddr, s *sink) *catalogue.Entry {
	for _, e := range b.catalogue.Lookup(flow.FieldKey(f.X.Type(), f.Field)) {
		if e.Kind == "prompt" && (e.Role == "system" || e.Role == "developer" || s.role == "any" && e.Role == "user") {
			return e
		}
	}
	return nil
}

// containerCall returns the role of the message that a call makes from parts, or "".
func (b *builder) containerCall(call *ssa.Call, part ssa.Value) string {
	fn, sig, _, entries := b.lookupCall(&call.Call)
	args := flow.ArgumentsOf(fn, &call.Call)
	for _, e := range entries {
		i := e.Param(sig)
		if e.Kind != "prompt" || i < 0 || i >= len(args) || args[i] != part {
			continue
		}
		if role := b.roleOfCall(e, sig, args); slices.Contains([]string{"system", "developer", "user", "assistant"}, role) {
			return role
		}
	}
	return ""
}

// messageCall returns the role of the message to which a call adds a part, or "". Where the call returns a value of the part's type,
// as a step of a chain does, that is the part.
func (b *builder) messageCall(call *ssa.Call, part ssa.Value) (role string, chain bool) {
	recv := flow.Receiver(call.Common())
	if recv != nil && recv != part && hasRole(recv.Type()) {
		return b.speakerOf(recv, 0).role, false
	}
	return "", types.Identical(call.Type(), part.Type())
}
