package llm

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
)

// isUnlisted reports whether a package is a library of which nothing is known: no part of the code under check, of an SDK of the
// catalogue or of the standard library.
func (b *builder) isUnlisted(pkg *types.Package) bool {
	return pkg != nil && !b.InModule(pkg) && !b.isSDK(pkg) && !flow.Standard(pkg.Path())
}

// namedInputs returns the sinks that the arguments of a call of an unlisted library are by their names.
func (b *builder) namedInputs(call ssa.CallInstruction, fn *types.Func, args []ssa.Value) (out []sink) {
	for _, in := range b.namedInputsOf(fn) {
		if in.Param < len(args) {
			out = append(out, sink{loc: flow.Loc{Value: args[in.Param]}, label: PromptLabel, role: in.Role, name: flow.ShortName(fn), instr: call, likely: true})
		}
	}
	return out
}

// namedInputsOf returns the parameters of a function of an unlisted library that are prompts by their names.
func (b *builder) namedInputsOf(fn *types.Func) []shape.Input {
	if !b.isUnlisted(fn.Pkg()) {
		return nil
	}
	inputs, certain := b.shapes.NamedInputs(fn.Name(), fn.Signature())
	if len(inputs) == 0 || !certain && !b.shapes.IsModelPackage(fn.Pkg()) {
		return nil
	}
	return inputs
}

// namedFieldRole returns the role of the prompt that a field of an unlisted library is by its name, or "".
func (b *builder) namedFieldRole(f *types.Var) string {
	if !b.isUnlisted(f.Pkg()) {
		return ""
	}
	role, certain := shape.NamedField(f)
	if role == "" || !certain && !b.shapes.IsModelPackage(f.Pkg()) {
		return ""
	}
	return role
}
