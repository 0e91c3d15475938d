package llm

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// Home-made clients: a value that is encoded as JSON and posted is a model request if it has the shape of one, see package shape.

// requestSinks follows posted bodies back to request-shaped values, and returns the prompt and model places of these as sinks.
func (b *builder) requestSinks(sinks []sink) []sink {
	var out []sink
	done := map[string]bool{}
	b.requestPosts, b.callersWithRequest = map[ssa.Instruction]bool{}, map[*ssa.Function]map[ssa.CallInstruction]bool{}
	recordPost := func(at flow.Visit, s sink) {
		if s.instr != nil {
			b.requestPosts[s.instr] = true
			b.recordRequestCallers(at)
		}
	}
	var nested []sink // lists of messages inside requests
	addList := func(loc flow.Loc, s sink) {
		if id := fmt.Sprint("messages ", loc.Key, loc.Value); !done[id] {
			done[id] = true
			nested = append(nested, sink{loc: loc, label: RequestBodyLabel, role: messageList, name: s.name, instr: s.instr})
		}
	}
	visit := func(at flow.Visit, s sink) {
		addPrompt := func(loc flow.Loc, role string) {
			if loc.Key != "" && done[loc.Key] {
				return
			}
			done[loc.Key] = true
			out = append(out, sink{loc: loc, label: PromptLabel, role: role, name: s.name, instr: s.instr})
		}
		addModelID := func(loc flow.Loc) {
			out = append(out, sink{loc: loc, label: ModelIDLabel, role: "chat", name: s.name, instr: s.instr})
		}
		switch v := at.Loc.Value.(type) {
		case *ssa.MakeInterface:
			if b.request(v.X.Type(), addPrompt, addModelID) {
				recordPost(at, s)
				for _, f := range b.untypedFields(v.X.Type()) {
					addList(flow.Loc{Key: b.fieldKey(f)}, s)
				}
			}
			if m := messageIn(v.X.Type()); s.role == messageList && b.shapes.IsMessage(m) {
				b.messageFields(m, "any", addPrompt)
			} else if text, ok := shape.PartText(m); ok && s.role == messageList {
				addPrompt(flow.Loc{Key: b.fieldKey(text)}, "any")
			}
		case *ssa.MakeMap:
			if s.role == messageList {
				for _, parts := range b.partsOf(v, addPrompt) {
					addList(flow.Loc{Value: parts}, s)
				}
			}
			if lists := b.requestMap(v, addPrompt, addModelID); lists != nil {
				recordPost(at, s)
				for _, list := range lists {
					addList(flow.Loc{Value: list}, s)
				}
			}
		case *ssa.Const:
			if b.requestText(at, addPrompt) {
				recordPost(at, s)
			}
		}
	}
	for next := sinks; len(next) > 0; {
		nested = nil
		b.follow(next, RequestBodyLabel, visit)
		next = nested
	}
	return out
}

// messageList is the role of sinks that hold the messages of a request, or the parts of one.
const messageList = "messages"

// untypedFields returns the lists of messages of a request, and the contents of its messages, whose types do not tell what is in them.
func (b *builder) untypedFields(t types.Type) (out []shape.Field) {
	for _, f := range b.shapes.RequestOf(t).Messages {
		e := shape.Elem(f.Type)
		if e == nil {
			continue
		}
		if !b.shapes.IsMessage(e) {
			out = append(out, f)
			continue
		}
		for _, c := range b.shapes.Contents(e) {
			if types.IsInterface(c.Type) {
				out = append(out, c)
			}
		}
	}
	return out
}

// messageIn returns the type of a message in a list, or of a message alone, given the type of either.
func messageIn(t types.Type) types.Type {
	if e := shape.Elem(t); e != nil {
		return e
	}
	return t
}

// recordRequestCallers records which callers of a posting helper send a model request; its other callers send something else.
func (b *builder) recordRequestCallers(at flow.Visit) {
	for v := &at; v.Prev != nil; v = v.Prev {
		param, ok := v.Prev.Loc.Value.(*ssa.Parameter)
		call, isCall := v.Edge.Instr.(ssa.CallInstruction)
		if !ok || !isCall || v.Edge.Kind != flow.ArgToParam {
			continue
		}
		if b.callersWithRequest[param.Parent()] == nil {
			b.callersWithRequest[param.Parent()] = map[ssa.CallInstruction]bool{}
		}
		b.callersWithRequest[param.Parent()][call] = true
	}
}

// request reports whether a type has the shape of a model request, and if so emits its prompt and model fields.
func (b *builder) request(t types.Type, prompt func(flow.Loc, string), model func(flow.Loc)) bool {
	r := b.shapes.RequestOf(t)
	for i, f := range r.Prompts {
		b.textFields(f, r.Roles[i], prompt, 0)
	}
	for _, f := range r.Messages {
		b.textFields(f, "any", prompt, 0)
	}
	if r.Model.Type != nil {
		model(flow.Loc{Key: b.fieldKey(r.Model)})
	}
	return r.Score > 0
}

// fieldKey names a field as package flow does.
func (b *builder) fieldKey(f shape.Field) string { return flow.FieldKey(f.Of, f.Index) }

// textFields emits the fields below one that hold text for the model: the field itself if it is or may hold text, else those of
// the messages or parts in it.
func (b *builder) textFields(f shape.Field, role string, prompt func(flow.Loc, string), depth int) {
	e := shape.Elem(f.Type)
	switch {
	case depth > 4:
	case shape.IsText(f.Type), types.IsInterface(f.Type), e != nil && shape.IsText(e):
		prompt(flow.Loc{Key: b.fieldKey(f)}, role)
	case e != nil:
		b.contentFields(e, role, prompt, depth)
	default:
		b.contentFields(f.Type, role, prompt, depth)
	}
}

// messageFields emits the fields of a message that hold text; for an interface, those of the types that implement it.
func (b *builder) messageFields(t types.Type, role string, prompt func(flow.Loc, string)) {
	b.contentFields(t, role, prompt, 0)
	i, ok := t.Underlying().(*types.Interface)
	if !ok || i.NumMethods() == 0 {
		return
	}
	for _, m := range b.flow.Implementations(i.Method(0)) {
		b.contentFields(m.Signature().Recv().Type(), role, prompt, 0)
	}
}

func (b *builder) contentFields(t types.Type, role string, prompt func(flow.Loc, string), depth int) {
	for _, f := range b.shapes.Contents(t) {
		b.textFields(f, role, prompt, depth+1)
	}
}

// requestMap is request for a map: {"model": …, "messages": …}, and its messages. It returns the lists of messages, which are
// not nil for a request.
func (b *builder) requestMap(m *ssa.MakeMap, prompt func(flow.Loc, string), model func(flow.Loc)) []ssa.Value {
	entries := b.entriesOf(m)
	has := func(key string) bool { return len(entries[key]) > 0 }
	all := func(role string, keys ...string) {
		for _, key := range keys {
			for _, v := range entries[key] {
				prompt(flow.Loc{Value: v}, role)
			}
		}
	}
	role := "any"
	for _, v := range entries["role"] {
		role = b.constantIn(v)
	}
	if has("role") && (has("content") || has("parts")) && role != "tool" {
		all(role, "content")
	}
	options := has("model") || has("max_tokens") || has("anthropic_version") || has("generationConfig") || slices.ContainsFunc(entries["contents"], b.isParted)
	if !options || !has("messages") && !has("prompt") && !has("contents") && !has("input") {
		return nil
	}
	all("completion", "prompt")
	all("system", "system", "instructions")
	for _, v := range entries["model"] {
		model(flow.Loc{Value: v})
	}
	return append([]ssa.Value{}, slices.Concat(entries["messages"], entries["contents"], entries["input"])...)
}

// isParted reports whether a list is written out with messages as Gemini's API takes them, maps with parts.
func (b *builder) isParted(list ssa.Value) bool {
	return slices.ContainsFunc(ssax.Elements(ssax.Unboxed(list)), func(v ssa.Value) bool {
		m, ok := ssax.Unboxed(v).(*ssa.MakeMap)
		return ok && len(b.entriesOf(m)["parts"]) > 0
	})
}

// partsOf returns the parts of a message that is a map, and emits the text of a part that is one.
func (b *builder) partsOf(m *ssa.MakeMap, prompt func(flow.Loc, string)) []ssa.Value {
	entries := b.entriesOf(m)
	for _, v := range entries["text"] {
		prompt(flow.Loc{Value: v}, "any")
	}
	return entries["parts"]
}

// entriesOf returns what a map holds under keys that are constant.
func (b *builder) entriesOf(m *ssa.MakeMap) map[string][]ssa.Value {
	entries := map[string][]ssa.Value{}
	for _, r := range flow.Uses(m) {
		if u, ok := r.(*ssa.MapUpdate); ok {
			if key, ok := b.flow.String(u.Key); ok {
				entries[key] = append(entries[key], u.Value)
			}
		}
	}
	return entries
}

// constantIn returns the role that a constant value names, or "any".
func (b *builder) constantIn(v ssa.Value) string {
	if s, ok := b.flow.String(ssax.Unboxed(v)); ok {
		return roleName(s)
	}
	return "any"
}
