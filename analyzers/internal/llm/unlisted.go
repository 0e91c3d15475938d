package llm

import (
	"go/types"
	"slices"

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
			out = append(out, b.namedInput(call, fn, args[in.Param], in.Role))
		}
	}
	return append(out, b.spokenInputs(call, fn, args)...)
}

func (b *builder) namedInput(call ssa.CallInstruction, fn *types.Func, text ssa.Value, role string) sink {
	return sink{loc: flow.Loc{Value: text}, label: PromptLabel, role: role, name: flow.ShortName(fn), instr: call, likely: true}
}

// spokenInputs returns the texts that a call of an unlisted library makes a message of: a role is passed beside them.
func (b *builder) spokenInputs(call ssa.CallInstruction, fn *types.Func, args []ssa.Value) (out []sink) {
	params := b.messageParams(fn)
	role := ""
	for _, i := range params {
		if i >= len(args) {
			return nil
		}
		if text, ok := b.flow.String(args[i]); ok && isPromptRole(roleName(text)) {
			role = roleName(text)
		}
	}
	if role == "" {
		return nil
	}
	for _, i := range params {
		out = append(out, b.namedInput(call, fn, args[i], role))
	}
	return out
}

// messageParams returns the parameters of a function of an unlisted library that are the role and the text of a message to a model
// by their names, if a role is passed in one of them.
func (b *builder) messageParams(fn *types.Func) []int {
	if !b.isUnlisted(fn.Pkg()) {
		return nil
	}
	params := shape.MessageParams(fn.Name(), fn.Signature())
	if len(params) == 0 || !b.isOfModels(fn.Pkg()) {
		return nil
	}
	return params
}

// isOfModels reports whether an unlisted library has to do with models: by its names, or because it uses an SDK.
func (b *builder) isOfModels(pkg *types.Package) bool {
	return b.shapes.IsModelPackage(pkg) || slices.ContainsFunc(pkg.Imports(), b.isSDK)
}

// namedInputsOf returns the parameters of a function of an unlisted library that are prompts by their names.
func (b *builder) namedInputsOf(fn *types.Func) []shape.Input {
	if !b.isUnlisted(fn.Pkg()) {
		return nil
	}
	inputs, certain := b.shapes.NamedInputs(fn.Name(), fn.Signature())
	if len(inputs) == 0 || !certain && !b.isOfModels(fn.Pkg()) {
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
	if role == "" || !certain && !b.isOfModels(f.Pkg()) {
		return ""
	}
	return role
}
