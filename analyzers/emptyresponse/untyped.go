package emptyresponse

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// Keys of a response as JSON, in the APIs of OpenAI and Gemini and those made after them: of the list of answers, and of what an answer has.
var (
	listKeys   = []string{"choices", "candidates"}
	answerKeys = []string{"message", "delta", "text", "content"}
)

// checkUntyped judges the list of answers in a response that is decoded into a map: an error in a 200 has no such list, and an assertion of
// its type with one value panics.
func checkUntyped(pass *rule.Pass, info *llm.Info, fn *ssa.Function) {
	asked := map[string]bool{} // keys, of an entry that is looked up or asserted with a second value, or compared
	var asserted *ssa.TypeAssert
	var list string
	answer := false
	for in := range ssax.Instructions(fn) {
		switch in := in.(type) {
		case *ssa.Lookup:
			key, ok := info.Flow().String(in.Index)
			answer = answer || ok && slices.Contains(answerKeys, key)
			if in.CommaOk || slices.ContainsFunc(flow.Uses(in), isComparison) {
				asked[key] = true
			}
		case *ssa.TypeAssert:
			entry, ok := in.X.(*ssa.Lookup)
			if !ok {
				continue
			}
			key, ok := info.Flow().String(entry.Index)
			switch {
			case !ok || !slices.Contains(listKeys, key):
			case in.CommaOk:
				asked[key] = true
			case asserted == nil && isDecodedHere(entry.X):
				asserted, list = in, key
			}
		case *ssa.Defer:
			if ssax.Func(in.Call.Value) != nil && !in.Call.IsInvoke() && in.Call.Signature().Recv() == nil {
				return // it may recover
			}
		}
	}
	if asserted == nil || asked[list] || !answer {
		return
	}
	for _, n := range pass.Enclosing(asserted.Pos()) {
		if x, ok := n.(*ast.TypeAssertExpr); ok {
			pass.Report(rule.Finding{Pos: x.Pos(), End: x.End(), Severity: rule.Error,
				Message: fmt.Sprintf("%s panics if the response has none (error in a 200); use the two-value form, and check the length before the first element is read",
					types.ExprString(x))})
			return
		}
	}
}

func isComparison(in ssa.Instruction) bool { _, ok := in.(*ssa.BinOp); return ok }

// isDecodedHere reports whether a map is a variable of the function that a call fills through its address.
func isDecodedHere(m ssa.Value) bool {
	load, ok := m.(*ssa.UnOp)
	if !ok {
		return false
	}
	cell, ok := load.X.(*ssa.Alloc)
	return ok && slices.ContainsFunc(flow.Uses(cell), func(use ssa.Instruction) bool {
		boxed, ok := use.(*ssa.MakeInterface)
		return ok && slices.ContainsFunc(flow.Uses(boxed), func(use ssa.Instruction) bool { _, call := use.(*ssa.Call); return call })
	})
}
