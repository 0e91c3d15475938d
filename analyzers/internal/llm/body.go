package llm

import (
	"cmp"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// Home-made clients: what is encoded as JSON and posted is a model request if it has the shape of one. The shapes were
// measured on 676,272 struct types: model beside messages of role and content, and the others below, were met in
// code for models only, while messages alone, prompt alone or contents alone were not.

// knobs are JSON keys that tell a completion request from other things with a prompt.
var knobs = []string{"temperature", "max_tokens", "max_completion_tokens", "top_p", "stream", "options", "stop", "num_predict", "max_new_tokens", "response_format", "max_tokens_to_sample"}

// bodies follows what is posted back to request-shaped values, and returns their prompt places as sinks.
func (k *knowledge) bodies(sinks []sink) []sink {
	var out []sink
	done := map[string]bool{}
	k.posts, k.handed = map[ssa.Instruction]bool{}, map[*ssa.Function]map[ssa.CallInstruction]bool{}
	posted := func(at flow.Visit, s sink) {
		if s.instr != nil {
			k.posts[s.instr] = true
			k.handOver(at)
		}
	}
	var inner []sink // fields of requests that hold maps
	visit := func(at flow.Visit, s sink) {
		place := func(loc flow.Loc, role string) {
			if loc.Key != "" && done[loc.Key] {
				return
			}
			done[loc.Key] = true
			out = append(out, sink{loc: loc, colour: Prompted, role: role, name: s.name, instr: s.instr})
		}
		named := func(loc flow.Loc) {
			out = append(out, sink{loc: loc, colour: Named, role: "chat", name: s.name, instr: s.instr})
		}
		switch v := at.Loc.Value.(type) {
		case *ssa.MakeInterface:
			if k.request(v.X.Type(), place, named) {
				posted(at, s)
				if f := k.jsonFields(v.X.Type())["messages"]; isMap(elem(f.typ)) && !done["map "+f.key] {
					done["map "+f.key] = true
					inner = append(inner, sink{loc: flow.Loc{Key: f.key}, colour: Posted, name: s.name, instr: s.instr})
				}
			}
		case *ssa.MakeMap:
			if k.requestMap(v, place, named) {
				posted(at, s)
			}
		}
	}
	for next := sinks; len(next) > 0; {
		inner = nil
		k.follow(next, Posted, visit)
		next = inner
	}
	return out
}

// handOver remembers by which calls a request gets to the function that posts it: who else calls that function posts something
// else.
func (k *knowledge) handOver(at flow.Visit) {
	for v := &at; v.Next != nil; v = v.Next {
		param, ok := v.Next.Loc.Value.(*ssa.Parameter)
		call, isCall := v.Edge.Instr.(ssa.CallInstruction)
		if !ok || !isCall || v.Edge.Kind != flow.Up {
			continue
		}
		if k.handed[param.Parent()] == nil {
			k.handed[param.Parent()] = map[ssa.CallInstruction]bool{}
		}
		k.handed[param.Parent()][call] = true
	}
}

// request reports whether a type has the shape of a model request, and if so names its prompt and model fields.
func (k *knowledge) request(t types.Type, prompt func(flow.Loc, string), model func(flow.Loc)) bool {
	f := k.jsonFields(t)
	has := func(keys ...string) bool {
		for _, key := range keys {
			if _, ok := f[key]; ok {
				return true
			}
		}
		return false
	}
	chat := has("messages") && (k.isMessage(f["messages"].typ) || isMap(elem(f["messages"].typ)))
	switch {
	case chat && has("model"):
	case has("prompt") && has(knobs...):
	case has("contents") && has("generationConfig", "generation_config", "systemInstruction", "system_instruction", "safetySettings"):
	case chat && has("anthropic_version", "max_tokens", "inferenceConfig"):
	default:
		return false
	}
	for _, key := range []string{"prompt", "preamble"} {
		k.textFields(f[key], "completion", prompt, 0)
	}
	for _, key := range []string{"system", "instructions", "systemInstruction", "system_instruction"} {
		k.textFields(f[key], "system", prompt, 0)
	}
	for _, key := range []string{"messages", "contents"} {
		k.textFields(f[key], "any", prompt, 0)
	}
	if m, ok := f["model"]; ok {
		model(flow.Loc{Key: m.key})
	}
	return true
}

// A jsonField is a field of a struct as JSON names it.
type jsonField struct {
	key string // as package flow names it
	typ types.Type
}

// jsonFields maps JSON keys to the fields of a struct, of a pointer to one, or of one embedded in it.
func (k *knowledge) jsonFields(t types.Type) map[string]jsonField {
	out := map[string]jsonField{}
	seen := map[*types.Struct]bool{} // a struct may embed a pointer to itself
	var add func(t types.Type)
	add = func(t types.Type) {
		st := structOf(t)
		if st == nil || seen[st] {
			return
		}
		seen[st] = true
		for i := range st.NumFields() {
			name, _, _ := strings.Cut(reflect.StructTag(st.Tag(i)).Get("json"), ",")
			if name == "" && st.Field(i).Embedded() {
				add(st.Field(i).Type())
				continue
			}
			out[cmp.Or(name, st.Field(i).Name())] = jsonField{flow.FieldKey(k.pass.Fset, deref(t), i), st.Field(i).Type()}
		}
	}
	add(t)
	return out
}

func deref(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

func structOf(t types.Type) *types.Struct {
	st, _ := deref(t).Underlying().(*types.Struct)
	return st
}

func elem(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	if s, ok := t.Underlying().(*types.Slice); ok {
		return s.Elem()
	}
	return nil
}

func isMap(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Map)
	return ok
}

// isMessage reports whether a type is a list of chat messages: structs with a role and a content.
func (k *knowledge) isMessage(list types.Type) bool {
	e := elem(list)
	return e != nil && k.isOneMessage(e)
}

func (k *knowledge) isOneMessage(t types.Type) bool {
	f := lower(k.jsonFields(t))
	role, ok := f["role"]
	if !ok || !isText(role.typ) {
		return false
	}
	_, content := f["content"]
	_, parts := f["parts"]
	return content || parts
}

func lower(f map[string]jsonField) map[string]jsonField {
	out := map[string]jsonField{}
	for name, field := range f {
		out[strings.ToLower(name)] = field
	}
	return out
}

// textFields reports the fields below one that hold text for the model: itself if it is text, else the content, parts
// and text of what it is a list of.
func (k *knowledge) textFields(f jsonField, role string, prompt func(flow.Loc, string), depth int) {
	if f.key == "" || depth > 4 {
		return
	}
	t := f.typ
	if isText(t) || isText(deref(t)) || types.IsInterface(t) {
		prompt(flow.Loc{Key: f.key}, role)
		return
	}
	if e := elem(t); e != nil {
		if isText(e) {
			prompt(flow.Loc{Key: f.key}, role)
			return
		}
		t = e
	}
	for name, g := range lower(k.jsonFields(t)) {
		switch name {
		case "content", "multicontent", "parts", "text", "message":
			k.textFields(g, role, prompt, depth+1)
		}
	}
}

// requestMap does for a map what request does for a struct: {"model": …, "messages": …}, and its messages.
func (k *knowledge) requestMap(m *ssa.MakeMap, prompt func(flow.Loc, string), model func(flow.Loc)) bool {
	entries := map[string][]ssa.Value{}
	role := "any"
	for _, r := range flow.Uses(m) {
		if u, ok := r.(*ssa.MapUpdate); ok {
			if key, ok := k.flow.String(u.Key); ok {
				entries[key] = append(entries[key], u.Value)
				if key == "role" {
					role = k.constantIn(u.Value)
				}
			}
		}
	}
	has := func(key string) bool { return len(entries[key]) > 0 }
	all := func(role string, keys ...string) {
		for _, key := range keys {
			for _, v := range entries[key] {
				prompt(flow.Loc{Value: v}, role)
			}
		}
	}
	if has("role") && (has("content") || has("parts")) && role != "tool" {
		all(role, "content")
	}
	if !has("model") && !has("max_tokens") && !has("anthropic_version") || !has("messages") && !has("prompt") && !has("contents") && !has("input") {
		return false
	}
	all("completion", "prompt")
	all("system", "system", "instructions")
	for _, v := range entries["model"] {
		model(flow.Loc{Value: v})
	}
	return true
}

// constantIn returns the role that a value names, or "any".
func (k *knowledge) constantIn(v ssa.Value) string {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		v = mi.X
	}
	if s, ok := k.flow.String(v); ok {
		return roleName(s)
	}
	return "any"
}
