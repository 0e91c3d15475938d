package truncatedoutput

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
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
		return !ok || !decodes(info, call.Parent(), []flow.Loc{{Value: resultOf(call, result)}})
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
				from = textsIn(info, fn, texts)
			}
			for v := range textsIn(info, fn, []flow.Loc{{Value: decoded}}) {
				if from[v] {
					return true
				}
			}
		}
	}
	return false
}

// maxTexts bounds the places that a text is followed through in one function.
const maxTexts = 300

// textsIn returns the texts of a function that flow to places in it.
func textsIn(info *llm.Info, fn *ssa.Function, to []flow.Loc) map[ssa.Value]bool {
	out := map[ssa.Value]bool{}
	to = slices.DeleteFunc(slices.Clone(to), func(l flow.Loc) bool { return l.Value == nil && l.Key == "" })
	info.Flow().WalkNoCallers(to, func(at flow.Visit) bool {
		v := at.Loc.Value
		if _, isConst := v.(*ssa.Const); v != nil && !isConst && v.Parent() == fn && typex.IsText(v.Type()) {
			out[v] = true
		}
		return !at.Filled
	}, maxTexts)
	return out
}
