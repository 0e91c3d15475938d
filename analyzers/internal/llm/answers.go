package llm

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// IsAnswer reports whether a value is read from a model's response: from what a model call gave back, from a type that
// the catalogue knows as a response, or from a struct of this module with the shape of one.
func (i *Info) IsAnswer(v ssa.Value) bool {
	if i.k == nil {
		return false
	}
	in, ok := v.(ssa.Instruction)
	for range 20 {
		if !ok {
			return false
		}
		var base ssa.Value
		switch w := in.(type) {
		case *ssa.FieldAddr:
			base = w.X
		case *ssa.Field:
			base = w.X
		case *ssa.IndexAddr:
			base = w.X
		case *ssa.UnOp:
			base = w.X
		default:
			return i.k.partOfAnswer(in)
		}
		if i.k.isResponse(base.Type()) {
			return true
		}
		next, isInstr := base.(ssa.Instruction)
		if !isInstr {
			return false
		}
		in = next
	}
	return false
}

// isResponse reports whether a type is a response: as the catalogue knows it, or by its JSON keys. Lists of choices, of content
// with a stop reason, and of candidates with metadata were met in models' responses only.
func (k *knowledge) isResponse(t types.Type) bool {
	n, ok := types.Unalias(deref(t)).(*types.Named)
	if !ok {
		return false
	}
	isKnown := func(e *catalogue.Entry) bool { return e.Kind == "vendor" && e.Role == "response" }
	if slices.ContainsFunc(k.catalogue.Lookup(flow.TypeKey(n)), isKnown) {
		return true
	}
	if n.Obj().Pkg() == nil || !k.Ours(n.Obj().Pkg()) {
		return false
	}
	f := k.jsonFields(t)
	list := func(key string) bool { return elem(f[key].typ) != nil }
	has := func(keys ...string) bool {
		return slices.ContainsFunc(keys, func(key string) bool { _, ok := f[key]; return ok })
	}
	return list("choices") && has("usage", "model", "object", "id") ||
		list("content") && has("stop_reason") ||
		list("candidates") && has("usageMetadata", "promptFeedback", "modelVersion")
}
