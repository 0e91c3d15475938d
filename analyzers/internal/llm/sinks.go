package llm

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// A sink is a place where a value gets its meaning for a model.
type sink struct {
	loc    flow.Loc
	colour Colour
	role   string
	name   string          // where it ends up, as messages show it
	instr  ssa.Instruction // the call or store; nil for a place that the user named
	shape  bool            // the shape of its types alone tells
	behind string          // this and what follows as in Mark
	likely bool
	linked uint8
}

// sinks finds, in source order, where the package hands something to a model, or to a place that is known to hand it
// on: arguments of calls and fields that are stored to.
func (k *knowledge) sinks() []sink {
	var out []sink
	k.instructions(func(in ssa.Instruction) {
		switch in := in.(type) {
		case ssa.CallInstruction:
			out = append(out, k.callSinks(in)...)
		case *ssa.Store:
			if f, ok := in.Addr.(*ssa.FieldAddr); ok {
				out = append(out, k.fieldSinks(f, in)...)
			}
			if g, ok := in.Addr.(*ssa.Global); ok && g.Object() != nil {
				out = append(out, k.markSinks(flow.GlobalKey(g.Object()), in.Val, in)...)
			}
		}
	})
	return slices.Concat(out, k.resultSinks(), k.directives())
}

// resultSinks is what is linked of what functions give back: others post it.
func (k *knowledge) resultSinks() (out []sink) {
	if !k.in.linked {
		return nil
	}
	for fn, obj := range k.exported() {
		for i := range obj.Signature().Results().Len() {
			key := flow.ResultKey(obj, i)
			if len(k.in.marks[key]) == 0 {
				continue
			}
			for _, ret := range flow.Returns(fn) {
				out = append(out, k.markSinks(key, ret.Results[i], ret)...)
			}
		}
	}
	return out
}

// roles of catalogue entries of kind prompt that are no instruction or talk.
var notPrompts = map[string]bool{"tool-result": true, "function-result": true, "hosted-prompt": true, "audio-hint": true}

func (k *knowledge) callSinks(call ssa.CallInstruction) []sink {
	c := call.Common()
	fn, sig, name, entries := k.called(c)
	args := flow.ArgumentsOf(fn, c)
	var out []sink
	for _, e := range entries {
		if i := e.Param(sig); i >= 0 && i < len(args) {
			if colour, ok := colourOf(e); ok && !(e.Role == "assistant" && k.answers(call.Parent())) {
				made := sink{loc: flow.Loc{Value: args[i]}, colour: colour, role: k.roleOfCall(e, sig, args), name: name, instr: call}
				if v := call.Value(); v != nil {
					k.inContainer(v, &made)
				}
				if colour == Prompted && toolRoles[made.role] {
					continue
				}
				out = append(out, made)
			}
		}
	}
	if fn == nil {
		return append(out, k.placeSinks(call)...)
	}
	for i, a := range args {
		out = append(out, k.markSinks(flow.ParamKey(fn, i), a, call)...)
		if fn.Pkg() == nil || !k.in.used[fn.Pkg().Path()] {
			continue // a package that hands its own fields to a model tells of the parameter
		}
		for _, field := range k.in.keptIn(fn, i) {
			out = append(out, k.markSinks(field, a, call)...)
		}
	}
	return append(out, k.evidence(call, fn, args, out)...)
}

// calledVariable returns the package variable that holds the function called.
func calledVariable(c *ssa.CallCommon) *ssa.Global {
	if load, ok := c.Value.(*ssa.UnOp); ok {
		if g, ok := load.X.(*ssa.Global); ok && g.Object() != nil {
			return g
		}
	}
	return nil
}

// colourOf says what an entry's place means.
func colourOf(e *catalogue.Entry) (Colour, bool) {
	switch e.Kind {
	case "prompt":
		return Prompted, !notPrompts[e.Role] && e.Attrs["holds"] == "" // what a list of messages holds is told by their own fields
	case "template":
		return Prompted, strings.HasPrefix(e.Place, "arg:") || e.Place == "field"
	case "model":
		return Named, true
	case "body":
		return Posted, true
	}
	return 0, false
}

// roleOfCall refines the role "any" by a constant argument that names one, as in TextParts(RoleSystem, text).
func (k *knowledge) roleOfCall(e *catalogue.Entry, sig *types.Signature, args []ssa.Value) string {
	if e.Kind == "template" {
		return "template"
	}
	if name := e.Attrs["role-arg"]; name != "" {
		if i := catalogue.Param(sig, name); i >= 0 && i < len(args) {
			if s, ok := k.flow.String(args[i]); ok {
				return roleName(s)
			}
		}
	}
	return e.Role
}

// answers reports whether a function answers in the place of a model: it fills in a response, or is a method that implements one
// which the catalogue knows as a call. What it says as the assistant is an answer, not a prompt.
func (k *knowledge) answers(f *ssa.Function) bool {
	for _, b := range f.Blocks {
		for _, in := range b.Instrs {
			if store, ok := in.(*ssa.Store); ok {
				if f, ok := store.Addr.(*ssa.FieldAddr); ok && k.isResponse(f.X.Type()) {
					return true
				}
			}
		}
	}
	for f.Parent() != nil {
		f = f.Parent()
	}
	obj, ok := f.Object().(*types.Func)
	if !ok || f.Signature.Recv() == nil {
		return false
	}
	for _, pkg := range k.pass.Pkg.Imports() {
		if k.catalogue.SDKOf(pkg.Path()) == nil {
			continue
		}
		for _, name := range pkg.Scope().Names() {
			t, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if !ok || !types.IsInterface(t.Type()) {
				continue
			}
			m, _, _ := types.LookupFieldOrMethod(t.Type(), false, obj.Pkg(), obj.Name())
			if m, ok := m.(*types.Func); ok && len(k.catalogue.Lookup(m.FullName())) > 0 && types.Implements(f.Signature.Recv().Type(), t.Type().Underlying().(*types.Interface)) {
				return true
			}
		}
	}
	return false
}

// fieldSinks is the meaning of a store to a field.
func (k *knowledge) fieldSinks(f *ssa.FieldAddr, store *ssa.Store) []sink {
	key := flow.FieldKey(k.pass.Fset, f.X.Type(), f.Field)
	var out []sink
	for _, e := range k.catalogue.Lookup(key) {
		colour, ok := colourOf(e)
		if !ok {
			continue
		}
		role := e.Role
		if e.Kind == "template" {
			role = "template"
		}
		if colour == Prompted {
			if r := k.siblingRole(f, e.Attrs["role-field"]); r != "" {
				role = r
			}
			if toolRoles[role] || role == "assistant" && k.answers(store.Parent()) || inToolResult(f.X) {
				continue
			}
		}
		made := sink{loc: flow.Loc{Value: store.Val}, colour: colour, role: role, name: "the field " + fieldName(f) + " of " + e.SDK.Name, instr: store}
		if e.Attrs["part"] != "" {
			k.inContainer(f.X, &made)
		}
		if colour == Prompted && toolRoles[made.role] {
			continue // a part of a tool's message
		}
		out = append(out, made)
	}
	if k.answering(store) {
		return out
	}
	return append(out, k.markSinks(key, store.Val, store)...)
}

// inToolResult reports whether a part of a message is put into what holds the result of a tool, as the name of its type says.
func inToolResult(part ssa.Value) bool {
	return slices.ContainsFunc(flow.Uses(part), func(use ssa.Instruction) bool {
		store, ok := use.(*ssa.Store)
		if !ok || store.Val != part {
			return false
		}
		f, ok := store.Addr.(*ssa.FieldAddr)
		return ok && strings.Contains(fieldName(f), "ToolResult")
	})
}

func fieldVar(f *ssa.FieldAddr) *types.Var {
	t := f.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct)
	return t.Field(f.Field)
}

// fieldName shows a field as "Type.Field".
func fieldName(f *ssa.FieldAddr) string {
	t := types.Unalias(f.X.Type().Underlying().(*types.Pointer).Elem())
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name() + "." + fieldVar(f).Name()
	}
	return fieldVar(f).Name()
}

// markSinks is what summaries of imported packages say of a place.
func (k *knowledge) markSinks(key string, v ssa.Value, in ssa.Instruction) []sink {
	var out []sink
	for _, m := range k.in.marks[key] {
		if m.Role == "assistant" {
			continue // what is said in the model's place
		}
		out = append(out, sink{loc: flow.Loc{Value: v}, colour: m.Colour, role: m.Role, name: m.Sink, instr: in, behind: m.Behind, likely: m.Likely, linked: m.Linked})
	}
	return out
}
