package llm

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// isPromptBarrier reports whether what gets to a prompt by an edge was written as none: what a field of another module means is
// not known, what a tool or a model of this program answers is data, and what the assistant says is an answer. All of it stays
// in the conversation, and a model reads it.
func (b *builder) isPromptBarrier(e flow.Edge) bool {
	switch {
	case e.Field != "" && (b.foreignField(e.Field) || readsToolResult(e.Instr)), e.From.Key != "" && b.foreignField(e.From.Key):
		return true
	case e.Kind == flow.Return:
		ret, ok := e.Instr.(*ssa.Return) // a call that a tool writes something by is no answer of it
		return ok && b.implementsTool(ret.Parent())
	case e.Kind == flow.ArgToParam && b.passesReply(e):
		return true
	}
	in := storing(e)
	return e.Kind == flow.Heap && (b.storesReply(in) || b.setsToolResult(in) || overwrites(in))
}

// overwrites reports whether an instruction replaces the text of one message in a list, which has its role already, by a literal: an
// excuse in the place of an answer. The first message, by a constant index, may be the system's.
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

// hasAuthor reports whether the struct of a field says who speaks.
func hasAuthor(f *ssa.FieldAddr) bool {
	st, ok := typex.Deref(f.X.Type()).Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for v := range st.Fields() {
		if slices.Contains(authorFields, v.Name()) {
			return true
		}
	}
	return false
}

// setsToolResult reports whether an instruction sets a field of what the body of a tool or of a model gives back.
func (b *builder) setsToolResult(in ssa.Instruction) bool {
	store, ok := in.(*ssa.Store)
	return ok && b.implementsTool(store.Parent()) && isResultField(store.Parent(), store.Addr)
}

// implementsTool reports whether a function is the body of a tool or of a model behind an interface: a method that implements
// an interface in sight, takes a context and something to work on, and gives a result or an error.
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

// readsToolResult reports whether an instruction reads a field of what a tool gave back: the result of a function that works on
// something, and that is not known before the program runs.
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

// hasToolSignature reports whether a method takes a context and an input, and gives a result or an error.
func hasToolSignature(sig *types.Signature) bool {
	res := sig.Results()
	if res.Len() < 2 || !flow.IsError(res.At(res.Len()-1).Type()) {
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
			input = input || isText(u)
		}
	}
	return ctx && input
}

// isResultField reports whether a field belongs to the type of a result of the function.
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

// foreignField reports whether a key names a field of a struct that is not of the code under check: what it means
// there depends on where it is used.
func (b *builder) foreignField(key string) bool {
	path := flow.FieldPackage(key)
	return path != "" && path != b.pass.Pkg.Path() && !b.in.module[path]
}
