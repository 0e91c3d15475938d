package untypedoutput

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// takesProse reports whether a text that cannot be decoded is taken for what it says: the function that decodes returns it then, and
// something else where it can be decoded. A schema would forbid the model what the program wants it to say.
func takesProse(info *llm.Info, decoder *ssa.Call, text ssa.Value) bool {
	decoded := successBlock(decoder)
	if decoded == nil {
		return false
	}
	texts := info.TextsIn(decoder.Parent(), []flow.Loc{{Value: text}})
	prose, other := false, false
	for _, end := range flow.Returns(decoder.Parent()) {
		returnsText := slices.ContainsFunc(end.Results, func(v ssa.Value) bool { return texts[v] && typex.IsString(v.Type()) })
		if decoded.Dominates(end.Block()) {
			if returnsText {
				return false
			}
			other = true
		} else {
			prose = prose || returnsText && !returnsError(end)
		}
	}
	return prose && other
}

// successBlock returns the block for a nil error of a decoder, or nil.
func successBlock(decoder *ssa.Call) *ssa.BasicBlock {
	for _, use := range flow.Uses(decoder) {
		test, ok := use.(*ssa.BinOp)
		if !ok {
			continue
		}
		for _, use := range flow.Uses(test) {
			if branch, ok := use.(*ssa.If); ok && test.Op == token.EQL {
				return branch.Block().Succs[0]
			} else if ok && test.Op == token.NEQ {
				return branch.Block().Succs[1]
			}
		}
	}
	return nil
}

// returnsError reports whether a return gives an error that may not be nil.
func returnsError(end *ssa.Return) bool {
	return slices.ContainsFunc(end.Results, func(v ssa.Value) bool {
		c, ok := v.(*ssa.Const)
		return typex.IsError(v.Type()) && !(ok && c.IsNil())
	})
}
