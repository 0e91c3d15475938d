package taint

import (
	"iter"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// argRows yields the catalogue's rows of a kind about the arguments of a call, its receiver among them, each with the argument.
func (t *tracker) argRows(kind string, call *ssa.CallCommon) iter.Seq2[*catalogue.Entry, ssa.Value] {
	return func(yield func(*catalogue.Entry, ssa.Value) bool) {
		fn := flow.FuncObject(call)
		if fn == nil {
			return
		}
		args := flow.Arguments(call)
		for _, e := range t.catalogue.Lookup(fn.FullName()) {
			slot, ok := catalogue.SlotOf(fn.Signature(), e.Place)
			if e.Kind == kind && ok && !slot.Result && slot.Index < len(args) && !yield(e, args[slot.Index]) {
				return
			}
		}
	}
}
