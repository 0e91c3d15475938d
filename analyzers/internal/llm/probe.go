package llm

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// probeWords is the number of words from which a text asks a model for something.
const probeWords = 8

// isProbe reports whether a short text only asks whether a model answers at all, as in a health check: the function that contains it
// takes at most a context, and discards the answer of each call to a model.
func (b *builder) isProbe(at flow.Visit, s sink, e ast.Expr) bool {
	fn := functionOf(at)
	if fn == nil && s.instr != nil {
		fn = s.instr.Parent()
	}
	if fn == nil || wordsOf(b.literals(e)) >= probeWords {
		return false
	}
	for p := range fn.Signature.Params().Variables() {
		if !flow.IsContext(p.Type()) {
			return false
		}
	}
	calls, used := 0, 0
	each(fn, func(in ssa.Instruction) {
		call, ok := in.(*ssa.Call)
		if !ok || b.sendingCall(call) == "" {
			return
		}
		calls++
		if !b.discardsAnswer(call) {
			used++
		}
	})
	return calls > 0 && used == 0
}

// discardsAnswer reports whether all that a call's result is used for is its error: it has another result that can be an answer, and
// passes no function or channel by which the answer could come.
func (b *builder) discardsAnswer(call *ssa.Call) bool {
	for _, arg := range call.Common().Args {
		switch arg.Type().Underlying().(type) {
		case *types.Signature, *types.Chan:
			return false
		}
	}
	answers := false
	for v := range call.Common().Signature().Results().Variables() {
		_, number := v.Type().Underlying().(*types.Basic)
		answers = answers || !typex.IsError(v.Type()) && (!number || typex.IsText(v.Type()))
	}
	failure := false
	for _, use := range flow.Uses(call) {
		result, ok := use.(*ssa.Extract)
		switch {
		case !ok || len(flow.Uses(result)) == 0:
		case !typex.IsError(result.Type()):
			return false
		default:
			failure = true
		}
	}
	return answers && failure
}
