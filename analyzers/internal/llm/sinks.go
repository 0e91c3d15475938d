package llm

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// A sink is a place where a value gets a label.
type sink struct {
	loc    flow.Loc
	label  Label
	role   string
	name   string          // the function or field, as messages show it
	instr  ssa.Instruction // the call or store; nil for a place that the user named
	shape  bool            // recognised by the shape of its types alone
	sender string          // how messages say that it gets the text, where no call of the package tells; "" elsewhere
	isRun  bool            // it is a program that is started
	behind string          // this and the following as in Mark
	likely bool
	linked uint8
	spoken string // "assistant" where the role is any and the text was found in a message of the assistant

	lent        bool // another package sends the text, and its literals alone are wanted, see Mark.Sender
	fromCallers bool // known of what callers pass, and they get the object: they see what becomes of it
}

// shownRole is the role that a prompt at the sink is shown with.
func (s *sink) shownRole() string {
	if s.role == "any" && s.spoken != "" {
		return s.spoken
	}
	return s.role
}

// sinks finds, in source order, where the package sends something to a model or to a marked place: arguments of calls and stores
// to fields.
func (b *builder) sinks() []sink {
	var out []sink
	b.instructions(func(in ssa.Instruction) {
		switch in := in.(type) {
		case ssa.CallInstruction:
			out = append(out, b.callSinks(in)...)
		case *ssa.Store:
			if f, ok := in.Addr.(*ssa.FieldAddr); ok {
				out = append(out, b.fieldSinks(f, in)...)
			}
			if g, ok := in.Addr.(*ssa.Global); ok && g.Object() != nil {
				out = append(out, b.markSinks(flow.GlobalKey(g.Object()), in.Val, in)...)
			}
		}
	})
	return slices.Concat(out, b.resultSinks(), b.directives())
}

// resultSinks returns the linked sinks of results, which other packages post.
func (b *builder) resultSinks() (out []sink) {
	if !b.in.linked {
		return nil
	}
	for _, fn := range b.flow.Funcs {
		for i := range fn.Signature.Results().Len() {
			key := flow.ResultOf(flow.FuncName(fn), i)
			if len(b.in.marks[key]) == 0 {
				continue
			}
			for _, ret := range flow.Returns(fn) {
				out = append(out, b.markSinks(key, ret.Results[i], ret)...)
			}
		}
	}
	return out
}

// notPrompts are the roles of catalogue rows of kind prompt that are neither instructions nor messages.
var notPrompts = map[string]bool{"tool-result": true, "function-result": true, "hosted-prompt": true, "audio-hint": true}

func (b *builder) callSinks(call ssa.CallInstruction) []sink {
	c := call.Common()
	fn, sig, name, entries := b.lookupCall(c)
	args := flow.ArgumentsOf(fn, c)
	var out []sink
	for _, e := range entries {
		if i := e.Param(sig); i >= 0 && i < len(args) {
			if label, ok := labelOf(e); ok && !(e.Role == "assistant" && b.fillsResponse(call.Parent())) {
				s := sink{loc: flow.Loc{Value: args[i]}, label: label, role: b.roleOfCall(e, sig, args), name: name, instr: call}
				if e.Attrs["program"] != "" {
					out = append(out, b.programSinks(e, s, sig, args)...)
					continue
				}
				if v := call.Value(); v != nil && s.role == "template" {
					b.templateInContainer(v, &s)
				} else if v != nil {
					b.inContainer(v, &s)
				}
				if label == PromptLabel && toolRoles[s.role] {
					continue
				}
				out = append(out, s)
			}
		}
	}
	if fn == nil {
		return append(out, b.placeSinks(call)...)
	}
	if recv := flow.Receiver(c); recv != nil && !c.IsInvoke() {
		out = append(out, b.markSinks(flow.ParamKey(fn, -1), recv, call)...)
	}
	for i, a := range args {
		marked := b.markSinks(flow.ParamKey(fn, i), a, call)
		if fn.Pkg() != nil && b.in.markedByOthers[fn.Pkg().Path()] { // a package that sends its own fields to a model marks the parameter
			for _, field := range b.in.paramFields(fn, i) {
				for _, s := range b.markSinks(field, a, call) {
					if !s.fromCallers || !b.isSeen(b.filledBy(call, field)) {
						marked = append(marked, s)
					}
				}
			}
		}
		for _, s := range marked {
			b.addSpeaker(&s, call, fn, i)
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return b.evidence(call, fn, args)
	}
	return out
}

// calledVariable returns the package variable that holds the callee, or nil.
func calledVariable(c *ssa.CallCommon) *ssa.Global {
	if load, ok := c.Value.(*ssa.UnOp); ok {
		if g, ok := load.X.(*ssa.Global); ok && g.Object() != nil {
			return g
		}
	}
	return nil
}

// labelOf returns the label that a catalogue row gives its place.
func labelOf(e *catalogue.Entry) (Label, bool) {
	switch e.Kind {
	case "prompt":
		return PromptLabel, !notPrompts[e.Role] && e.Attrs["holds"] == "" // the fields of the messages in a list have rows of their own
	case "template":
		return PromptLabel, strings.HasPrefix(e.Place, "arg:") || e.Place == "field"
	case "model":
		return ModelIDLabel, true
	case "body":
		return RequestBodyLabel, true
	}
	return 0, false
}

// roleOfCall refines the role "any" by a constant argument that names one, as in TextParts(RoleSystem, text).
func (b *builder) roleOfCall(e *catalogue.Entry, sig *types.Signature, args []ssa.Value) string {
	if e.Kind == "template" {
		return templateRole(e)
	}
	if name := e.Attrs["role-arg"]; name != "" {
		if i := catalogue.Param(sig, name); i >= 0 && i < len(args) {
			if s, ok := b.flow.String(args[i]); ok {
				return roleName(s)
			}
		}
	}
	return e.Role
}

// templateRole returns the role of a text that a catalogue row takes for a template: that of the message which it becomes, if the row
// names one that is written for a model.
func templateRole(e *catalogue.Entry) string {
	if isPromptRole(e.Role) {
		return e.Role
	}
	return "template"
}

// fillsResponse reports whether a function acts as a model: it fills in a response, or implements an interface method that is a
// call in the catalogue. Its assistant messages are answers, not prompts.
func (b *builder) fillsResponse(f *ssa.Function) bool {
	for in := range ssax.Instructions(f) {
		if field := storedField(in); field != nil && b.isResponse(field.X.Type()) {
			return true
		}
	}
	f = ssax.Outermost(f)
	obj, ok := f.Object().(*types.Func)
	if !ok || f.Signature.Recv() == nil {
		return false
	}
	for _, pkg := range b.pass.Pkg.Imports() {
		if b.catalogue.SDKOf(pkg.Path()) == nil {
			continue
		}
		for _, name := range pkg.Scope().Names() {
			t, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if !ok || !types.IsInterface(t.Type()) {
				continue
			}
			m, _, _ := types.LookupFieldOrMethod(t.Type(), false, obj.Pkg(), obj.Name())
			if m, ok := m.(*types.Func); ok && len(b.catalogue.Lookup(m.FullName())) > 0 && types.Implements(f.Signature.Recv().Type(), t.Type().Underlying().(*types.Interface)) {
				return true
			}
		}
	}
	return false
}

// fieldSinks returns the sinks that a store to a field is.
func (b *builder) fieldSinks(f *ssa.FieldAddr, store *ssa.Store) []sink {
	key := flow.FieldKey(f.X.Type(), f.Field)
	var out []sink
	for _, e := range b.catalogue.Lookup(key) {
		label, ok := labelOf(e)
		if !ok {
			continue
		}
		role := e.Role
		if e.Kind == "template" {
			role = templateRole(e)
		}
		if label == PromptLabel {
			if r := b.siblingRole(f, e.Attrs["role-field"]); r != "" {
				role = r
			}
			if toolRoles[role] || role == "assistant" && b.fillsResponse(store.Parent()) || inToolResult(f.X) {
				continue
			}
		}
		s := sink{loc: flow.Loc{Value: store.Val}, label: label, role: role, name: "the field " + fieldName(f) + " of " + e.SDK.Name, instr: store}
		if e.Attrs["program"] != "" {
			program := b.programBehind(f.X)
			if program == "" {
				continue
			}
			s.passTo(program)
		}
		if e.Attrs["part"] != "" {
			b.inContainer(f.X, &s)
		}
		if label == PromptLabel && toolRoles[s.role] {
			continue // a part of a tool's message
		}
		out = append(out, s)
	}
	if role := b.namedFieldRole(fieldVar(f)); role != "" && b.shapes.RequestOf(f.X.Type()).Score == 0 {
		name := fmt.Sprintf("the field %s of package %s", fieldName(f), fieldVar(f).Pkg().Name())
		out = append(out, sink{loc: flow.Loc{Value: store.Val}, label: PromptLabel, role: role, name: name, instr: store, likely: true, sender: "sent through " + name})
	}
	role := b.roleOfStore(store)
	if isReplyRole(role) {
		return out
	}
	for _, s := range b.markSinks(key, store.Val, store) {
		if s.fromCallers && b.isSeen(f) {
			continue
		}
		s.fromCallers = s.fromCallers && flow.IsSeenByCallers(f)
		switch { // the message says its own role, whatever other messages of its type have
		case s.role == "any" && role != "":
			s.role = role
		case s.label == PromptLabel && role == "":
			whole := sink{label: s.label, role: "any"}
			if b.inContainer(f.X, &whole); whole.role != "any" {
				s.role = whole.role
			}
		}
		if !isReplyRole(s.role) {
			out = append(out, s)
		}
	}
	return out
}

// markSinks returns the sinks that marks of imported packages make of a place.
func (b *builder) markSinks(key string, v ssa.Value, in ssa.Instruction) []sink {
	var out []sink
	for _, m := range b.in.marks[key] {
		if m.Role == "assistant" {
			continue // a substitute for the model's answer
		}
		out = append(out, sink{loc: flow.Loc{Value: v, Path: b.flow.PathOf(m.Path)}, label: m.Label, role: m.Role, name: m.Sink, instr: in, behind: m.Behind, likely: m.Likely, linked: m.Linked, sender: m.Sender, lent: m.Sender != "", fromCallers: m.FromCallers})
	}
	return out
}
