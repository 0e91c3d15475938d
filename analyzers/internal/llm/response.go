package llm

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// IsResponseField reports whether a value is read from a model's response: from the result of a model call, from a type that is a
// response in the catalogue, or from a struct of this module with the shape of one.
func (i *Info) IsResponseField(v ssa.Value) bool {
	in, ok := v.(ssa.Instruction)
	return ok && i.b != nil && i.b.isResponsePart(in)
}

// isResponse reports whether a type is a model's response, by the catalogue or, in this module, by its shape.
func (b *builder) isResponse(t types.Type) bool {
	n := typex.Named(t)
	if n == nil {
		return false
	}
	isKnown := func(e *catalogue.Entry) bool { return e.Kind == "vendor" && e.Role == "response" }
	if slices.ContainsFunc(b.catalogue.Lookup(flow.TypeKey(n)), isKnown) {
		return true
	}
	return n.Obj().Pkg() != nil && b.InModule(n.Obj().Pkg()) && b.shapes.IsResponse(n)
}
