package llm

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// The role of a text may stand neither in a literal with it nor in the call that sends it: a function makes the message, and others
// add texts and parts to it.

// A Speaker says who speaks in a message: a role, or a parameter of the function that makes it.
type Speaker struct {
	Key   string // of the result that is the message, or of the parameter that becomes its text
	Role  string
	Param int // 1 and the index of the parameter, receiver left out; or 0
}

// speaker is a Speaker within a package. The zero value stands for one that is unknown, or not always the same.
type speaker struct {
	role  string
	param *ssa.Parameter
}

// isPromptRole reports whether texts in a role are written for a model.
func isPromptRole(role string) bool {
	return role == "system" || role == "developer" || role == "user"
}

// messageDepth bounds the calls that are followed back to where a message was made.
const messageDepth = 8

// speakerOf returns who speaks in a message: what is stored in it, or what the function that made it says.
func (b *builder) speakerOf(message ssa.Value, depth int) speaker {
	if depth > messageDepth || message == nil {
		return speaker{}
	}
	switch v := unwrapped(message).(type) {
	case *ssa.Alloc:
		if stored := authors(v, nil, ""); len(stored) > 0 {
			return same(stored, b.namedSpeaker)
		}
		return same(flow.StoredValues(v), func(w ssa.Value) speaker { return b.speakerOf(w, depth+1) })
	case *ssa.UnOp:
		return b.speakerOf(v.X, depth+1)
	case *ssa.Phi:
		return same(v.Edges, func(w ssa.Value) speaker { return b.speakerOf(w, depth+1) })
	case *ssa.Call, *ssa.Extract:
		if call, i := flow.CallOf(v); call != nil {
			return b.speakerOfResult(call, i, depth)
		}
	}
	return speaker{}
}

// same returns what all values have in common.
func same(values []ssa.Value, of func(ssa.Value) speaker) (all speaker) {
	for i, v := range values {
		one := of(v)
		if i > 0 && one != all {
			return speaker{}
		}
		all = one
	}
	return all
}

// namedSpeaker returns the speaker that the value of a role names.
func (b *builder) namedSpeaker(role ssa.Value) speaker {
	if text, ok := b.flow.String(role); ok {
		return speaker{role: roleName(text)}
	}
	if p, ok := unwrapped(role).(*ssa.Parameter); ok {
		return speaker{param: p}
	}
	return speaker{}
}

// speakerOfResult returns who speaks in the message that a call results in. A method that returns a value of its receiver's type
// and makes no message is a step of a chain.
func (b *builder) speakerOfResult(call *ssa.Call, result, depth int) speaker {
	var made speaker
	callees := slices.DeleteFunc(slices.Clone(b.flow.CalleesOf(call)), func(f *ssa.Function) bool { return len(f.Blocks) == 0 })
	for i, f := range callees {
		var one speaker
		for j, ret := range flow.Returns(f) {
			s := b.speakerOf(ret.Results[result], depth+1)
			if s.param != nil && s.param.Parent() == f {
				s = b.namedSpeaker(flow.Argument(call, s.param))
			}
			if j > 0 && s != one {
				return speaker{}
			}
			one = s
		}
		if i > 0 && one != made {
			return speaker{}
		}
		made = one
	}
	if fn := flow.FuncObject(call.Common()); fn != nil && len(callees) == 0 {
		made = b.toldSpeaker(b.in.speaker(fn, flow.ResultKey(fn, result)), fn, call)
	}
	if recv := flow.Receiver(call.Common()); made == (speaker{}) && recv != nil && types.Identical(recv.Type(), call.Type()) {
		return b.speakerOf(recv, depth+1)
	}
	return made
}

// toldSpeaker returns the speaker that another package tells of one of its functions, for a call of it.
func (b *builder) toldSpeaker(told Speaker, fn *types.Func, call ssa.CallInstruction) speaker {
	if args := flow.ArgumentsOf(fn, call.Common()); told.Param > 0 && told.Param <= len(args) {
		return b.namedSpeaker(args[told.Param-1])
	}
	return speaker{role: told.Role}
}

// speakerAt returns the role in which a model reads an argument of a call, or "": that of the message that the method's receiver is,
// or the one that is passed beside a text.
func (b *builder) speakerAt(call ssa.CallInstruction, fn *types.Func, i int) string {
	if recv := flow.Receiver(call.Common()); recv != nil && hasRole(recv.Type()) {
		if role := b.speakerOf(recv, 0).role; role != "" {
			return role
		}
	}
	if fn != nil {
		return b.toldSpeaker(b.in.speaker(fn, flow.ParamKey(fn, i)), fn, call).role
	}
	return ""
}

// speakers exports who speaks in the messages that exported functions make, and in those that they add a text to.
func (b *builder) speakers() (out []Speaker) {
	add := func(key string, s speaker) {
		told := Speaker{Key: key, Role: s.role}
		if s.param != nil {
			if _, i := flow.ParamIndex(s.param); i >= 0 {
				told.Param = i + 1
			}
		}
		if told.Role != "" || told.Param > 0 {
			out = append(out, told)
		}
	}
	for fn, obj := range b.exported() {
		for i := range fn.Signature.Results().Len() {
			if hasRole(fn.Signature.Results().At(i).Type()) {
				var values []ssa.Value
				for _, ret := range flow.Returns(fn) {
					values = append(values, ret.Results[i])
				}
				add(flow.ResultKey(obj, i), same(values, func(v ssa.Value) speaker { return b.speakerOf(v, 0) }))
			}
		}
		for _, p := range fn.Params {
			if role := b.roleParam(p); role != nil {
				if _, i := flow.ParamIndex(p); i >= 0 {
					add(flow.ParamKey(obj, i), speaker{param: role})
				}
			}
		}
	}
	return out
}

// addSpeaker gives a sink the role of the message that a call adds its text to, or makes of it.
func (b *builder) addSpeaker(s *sink, call ssa.CallInstruction, fn *types.Func, i int) {
	if s.label != PromptLabel {
		return
	}
	switch role := b.speakerAt(call, fn, i); {
	case isPromptRole(role):
		s.role = role
	case role == "assistant":
		s.spoken = role
	case call.Value() == nil:
	case s.role == "any":
		b.inContainer(call.Value(), s)
	case s.role == "template":
		b.templateInContainer(call.Value(), s)
	}
}
