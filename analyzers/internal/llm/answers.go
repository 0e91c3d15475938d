package llm

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// IsAnswer reports whether a value is read from a model's response: from what a model call gave back, from a type that
// the catalogue knows as a response, or from a struct of this module with the shape of one.
func (i *Info) IsAnswer(v ssa.Value) bool {
	in, ok := v.(ssa.Instruction)
	return ok && i.k != nil && i.k.partOfAnswer(in)
}

// isResponse reports whether a type is a response: as the catalogue knows it, or by the shape of a type of this module.
func (k *knowledge) isResponse(t types.Type) bool {
	n := typex.Named(t)
	if n == nil {
		return false
	}
	isKnown := func(e *catalogue.Entry) bool { return e.Kind == "vendor" && e.Role == "response" }
	if slices.ContainsFunc(k.catalogue.Lookup(flow.TypeKey(n)), isKnown) {
		return true
	}
	return n.Obj().Pkg() != nil && k.InModule(n.Obj().Pkg()) && k.shapes.IsResponse(n)
}
