package llm

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// answered reports whether a text gets to its sink as what a tool or a model of this program answered. It stays in the
// conversation, and a model reads it, but nobody wrote it as a prompt.
func (k *knowledge) answered(at flow.Visit, s sink) bool {
	if st, ok := s.instr.(*ssa.Store); ok && k.repliesFor(st.Parent()) && returns(st.Parent(), st.Addr) {
		return true
	}
	for v := &at; v.Next != nil; v = v.Next {
		in := v.Edge.Instr
		if in == nil {
			continue
		}
		switch v.Edge.Kind {
		case flow.Down:
			if _, ok := in.(*ssa.Return); ok && k.repliesFor(in.Parent()) {
				return true
			}
		default:
			if s, ok := in.(*ssa.Store); ok && v.Next.Loc.Key != "" && k.repliesFor(in.Parent()) && returns(in.Parent(), s.Addr) {
				return true
			}
		}
	}
	return false
}

// repliesFor reports whether a function is the body of a tool or of a model behind an interface: a method that implements
// an interface in sight, takes a context and something to work on, and gives a result or an error.
func (k *knowledge) repliesFor(f *ssa.Function) bool {
	obj, ok := f.Object().(*types.Func)
	if !ok || f.Signature.Recv() == nil {
		return false
	}
	if done, ok := k.tools[obj]; ok {
		return done
	}
	is := false
	for _, m := range k.flow.InterfaceMethods(obj) {
		is = is || k.calling[m.FullName()] || k.in.calls[m.FullName()] || worksOn(obj.Signature())
	}
	k.tools[obj] = is
	return is
}

// ofToolAnswer reports whether an instruction reads a field of what a tool gave back: the result of a function that works on
// something, and that is not known before the program runs.
func ofToolAnswer(in ssa.Instruction) bool {
	var of ssa.Value
	switch in := in.(type) {
	case *ssa.FieldAddr:
		of = in.X
	case *ssa.Field:
		of = in.X
	}
	from := []ssa.Value{of}
	switch of := of.(type) {
	case *ssa.Alloc:
		from = append(from, flow.Stored(of)...)
	case *ssa.Phi:
		from = of.Edges
	}
	return slices.ContainsFunc(from, func(v ssa.Value) bool {
		call, _ := flow.CallOf(v)
		if call == nil || flow.Callee(call.Common()) != nil {
			return false
		}
		sig := call.Common().Signature()
		return worksOn(sig) || !call.Common().IsInvoke() && sig.Params().Len() > 0 && flow.IsContext(sig.Params().At(0).Type()) // a call that waits to be run
	})
}

// worksOn reports whether a method takes a context and an input, and gives a result or an error.
func worksOn(sig *types.Signature) bool {
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

// returns reports whether a field belongs to the type of a result of the function.
func returns(f *ssa.Function, addr ssa.Value) bool {
	field, ok := addr.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	res := f.Signature.Results()
	for i := range res.Len() {
		if types.Identical(deref(res.At(i).Type()), deref(field.X.Type())) {
			return true
		}
	}
	return false
}

// foreignField reports whether a key names a field of a struct that is not of the code under check: what it means
// there depends on where it is used.
func (k *knowledge) foreignField(key string) bool {
	path := flow.FieldPackage(key)
	return path != "" && path != k.pass.Pkg.Path() && !k.in.ours[path]
}
