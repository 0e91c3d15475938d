package truncatedoutput

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// isDecoded reports whether the text that a function returns is decoded, by the function itself or by each of its callers here, and
// the error of that looked at: a text that was cut does not look complete then.
func isDecoded(info *llm.Info, fn *ssa.Function, result int) bool {
	if decodes(info, fn, flow.Results(fn, result)) {
		return true
	}
	callers := info.Flow().Callers(fn)
	return len(callers) > 0 && !slices.ContainsFunc(callers, func(in ssa.CallInstruction) bool {
		call, ok := in.(*ssa.Call)
		if !ok {
			return true
		}
		text := resultOf(call, result)
		return text == nil || !decodes(info, call.Parent(), []flow.Loc{{Value: text}})
	})
}

// resultOf returns a result of a call, or nil if nothing takes it.
func resultOf(call *ssa.Call, result int) ssa.Value {
	if fn := call.Common().Signature(); fn.Results().Len() == 1 {
		return call
	}
	for _, use := range flow.Uses(call) {
		if x, ok := use.(*ssa.Extract); ok && x.Index == result {
			return x
		}
	}
	return nil
}

// decodes reports whether a function decodes one of the texts, or what these come from, and uses the error.
func decodes(info *llm.Info, fn *ssa.Function, texts []flow.Loc) bool {
	var from map[ssa.Value]bool
	for in := range ssax.Instructions(fn) {
		call, ok := in.(*ssa.Call)
		if !ok || len(flow.Uses(call)) == 0 {
			continue
		}
		for _, decoded := range info.DecodedBy(call) {
			if from == nil {
				from = info.TextsIn(fn, texts)
			}
			for v := range info.TextsIn(fn, []flow.Loc{{Value: decoded}}) {
				if from[v] {
					return true
				}
			}
		}
	}
	return false
}
