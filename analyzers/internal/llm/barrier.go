package llm

import (
	"cmp"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// promptStop says why text does not go along an edge to a prompt, as what happens to it there, or "".
func (b *builder) promptStop(e flow.Edge) string {
	switch {
	case e.Kind == flow.Encoded && !e.QuotesText():
		return "is encoded as JSON here, and no request to a model is known to be made of it"
	case b.readsRecord(e):
		return "is read from a stored conversation here, which counts as data"
	case b.isPromptBarrier(e):
		return "is not followed any further: a model's answer, a tool's result and an unknown field of another module count as data"
	}
	return ""
}

// isPromptBarrier reports whether an edge shows that the text was not written as a prompt: the meaning of another module's field
// is unknown, the reply of a tool or model of this program is data, and an assistant message is a reply. All of these stay
// in the conversation, where a model reads them.
func (b *builder) isPromptBarrier(e flow.Edge) bool {
	switch {
	case e.Field != "" && (b.foreignField(e.Field) || readsToolResult(e.Instr)), e.From.Key != "" && b.foreignField(e.From.Key), b.holdsToolResult(e), b.isKeptResult(e), describesEntry(e):
		return true
	case e.Kind == flow.Return:
		ret, ok := e.Instr.(*ssa.Return) // a call by which a tool writes something is not its result
		return ok && (b.implementsTool(ret.Parent()) || b.describesTool(ret.Parent()))
	case e.Kind == flow.ArgToParam && b.passesReply(e):
		return true
	}
	in := storing(e)
	return e.Kind == flow.Heap && (b.storesReply(in) || b.setsToolResult(in) || overwrites(in))
}

// overwrites reports whether an instruction replaces the text of one message in a list, whose role is already set, by a literal:
// an apology in place of an answer. The first message, at a constant index, may be the system message.
func overwrites(in ssa.Instruction) bool {
	f := storedField(in)
	if f == nil || len(siblings(f, "")) > 0 {
		return false
	}
	if _, literal := in.(*ssa.Store).Val.(*ssa.Const); !literal {
		return false
	}
	element, ok := f.X.(*ssa.IndexAddr)
	if !ok {
		return false
	}
	_, constant := element.Index.(*ssa.Const)
	return !constant && hasAuthor(f)
}

// hasAuthor reports whether the struct of a field has a field for the speaker.
func hasAuthor(f *ssa.FieldAddr) bool { return hasRole(f.X.Type()) }

// hasRole reports whether a type is a struct with a field for the speaker, or a pointer to one.
func hasRole(t types.Type) bool {
	st := typex.Struct(t)
	if st == nil {
		return false
	}
	for v := range st.Fields() {
		if slices.Contains(authorFields, v.Name()) {
			return true
		}
	}
	return false
}

// setsToolResult reports whether an instruction sets a field of the result of a tool or of a model implementation.
func (b *builder) setsToolResult(in ssa.Instruction) bool {
	store, ok := in.(*ssa.Store)
	return ok && b.implementsTool(store.Parent()) && isResultField(store.Parent(), store.Addr)
}

// toolResultType matches the name of a type for what a tool has answered, such as FunctionCallResult.
var toolResultType = regexp.MustCompile(`(?i)(tool|function|call)[a-z]*(result|response|output)$`)

// holdsToolResult reports whether an edge leads through a field of such a type.
func (b *builder) holdsToolResult(e flow.Edge) bool {
	if f := storedField(storing(e)); f != nil {
		if n := typex.Named(f.X.Type()); n != nil && b.isToolResult(n.Obj().Name()) {
			return true
		}
	}
	owner, _ := cutLast(cmp.Or(e.Field, e.From.Key))
	return owner != "" && b.isToolResult(owner)
}

// isToolResult reports whether a type is of that kind by its name.
func (b *builder) isToolResult(name string) bool {
	is, ok := b.toolResults[name]
	if !ok {
		is = toolResultType.MatchString(name)
		b.toolResults[name] = is
	}
	return is
}

// implementsTool reports whether a function implements a tool or a model behind an interface: a method of a visible interface
// that takes a context and an input and returns a result or an error.
func (b *builder) implementsTool(f *ssa.Function) bool {
	obj, ok := f.Object().(*types.Func)
	if !ok || f.Signature.Recv() == nil {
		return false
	}
	if done, ok := b.tools[obj]; ok {
		return done
	}
	is := false
	for _, m := range b.flow.InterfaceMethods(obj) {
		is = is || b.callsModel[m.FullName()] || b.in.callsModel(m.FullName()) || hasToolSignature(obj.Signature())
	}
	b.tools[obj] = is
	return is
}

// toolTexts are what the methods are called by which a tool says what it is and what it takes.
var toolTexts = []string{"Description", "Describe", "Usage", "Help", "Schema", "InputSchema", "Parameters", "Params"}

// descriptions and names are what the fields of an entry are called, such as a tool, a field of a schema or a problem that a check has
// found, that hold what is said of it and what it is.
var (
	descriptions = []string{"description", "desc"}
	names        = []string{"name", "key", "id", "label", "title", "command", "type", "kind", "severity"}
)

// describesEntry reports whether an edge leads through the description of an entry, in a struct that also names it: a prompt that lists
// the entries holds the text as data.
func describesEntry(e flow.Edge) bool {
	x, field := ssax.FieldOf(e.Instr)
	if f := storedField(storing(e)); f != nil {
		x, field = f.X, f.Field
	}
	if x == nil {
		return false
	}
	st := typex.Struct(x.Type())
	if st == nil || !slices.Contains(descriptions, strings.ToLower(st.Field(field).Name())) {
		return false
	}
	for f := range st.Fields() {
		if slices.Contains(names, strings.ToLower(f.Name())) {
			return true
		}
	}
	return false
}

// describesTool reports whether a function is the method by which a tool behind an interface describes itself. A prompt that lists the
// tools holds the text as data.
func (b *builder) describesTool(f *ssa.Function) bool {
	obj, ok := f.Object().(*types.Func)
	if !ok || f.Signature.Recv() == nil || f.Signature.Params().Len() > 0 || !slices.Contains(toolTexts, obj.Name()) {
		return false
	}
	return slices.ContainsFunc(b.flow.InterfaceMethods(obj), func(m *types.Func) bool {
		for sibling := range m.Signature().Recv().Type().Underlying().(*types.Interface).Methods() {
			if hasToolSignature(sibling.Signature()) {
				return true
			}
		}
		return false
	})
}

// readsToolResult reports whether an instruction reads a field of a tool's result: of a dynamic call whose function has the
// signature of a tool.
func readsToolResult(in ssa.Instruction) bool {
	of, _ := ssax.FieldOf(in)
	from := []ssa.Value{of}
	switch of := of.(type) {
	case *ssa.Alloc:
		from = append(from, flow.StoredValues(of)...)
	case *ssa.Phi:
		from = of.Edges
	}
	return slices.ContainsFunc(from, func(v ssa.Value) bool {
		call, _ := flow.CallOf(v)
		if call == nil || flow.Callee(call.Common()) != nil {
			return false
		}
		sig := call.Common().Signature()
		return hasToolSignature(sig) || !call.Common().IsInvoke() && sig.Params().Len() > 0 && flow.IsContext(sig.Params().At(0).Type()) // a call that waits to be run
	})
}

// hasToolSignature reports whether a method takes a context and an input and returns a result or an error.
func hasToolSignature(sig *types.Signature) bool {
	res := sig.Results()
	if res.Len() < 2 || !typex.IsError(res.At(res.Len()-1).Type()) {
		return false
	}
	ctx, input := false, false
	for i := range sig.Params().Len() {
		t := sig.Params().At(i).Type()
		if flow.IsContext(t) {
			ctx = true
			continue
		}
		switch u := t.Underlying().(type) {
		case *types.Map, *types.Interface, *types.Struct, *types.Pointer:
			input = true
		default:
			input = input || typex.IsText(u)
		}
	}
	return ctx && input
}

// isResultField reports whether an address is a field of the type of one of the function's results.
func isResultField(f *ssa.Function, addr ssa.Value) bool {
	field, ok := addr.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	res := f.Signature.Results()
	for i := range res.Len() {
		if types.Identical(typex.Deref(res.At(i).Type()), typex.Deref(field.X.Type())) {
			return true
		}
	}
	return false
}

// foreignField reports whether a key names a field of a struct outside of the code under check, whose meaning depends on its use.
func (b *builder) foreignField(key string) bool {
	path := flow.FieldPackage(key)
	return path != "" && path != b.pass.Pkg.Path() && !b.in.module[path]
}
