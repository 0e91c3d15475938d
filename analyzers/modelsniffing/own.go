package modelsniffing

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// acceptsOwn reports whether tests only ask for the beginning of an id, and a function returns an id that has it as it is: it tells
// whose model that is, for which the vendor's prefix is what there is, and decides nothing about what the model can do.
func acceptsOwn(tests []test) bool {
	return !slices.ContainsFunc(tests, func(t test) bool {
		fn := flow.FuncObject(t.call.Common())
		uses := flow.Uses(t.call)
		if fn == nil || fn.FullName() != "strings.HasPrefix" || len(uses) != 1 {
			return true
		}
		branch, ok := uses[0].(*ssa.If)
		if !ok {
			return true
		}
		then := branch.Block().Succs[0]
		end, ok := then.Instrs[len(then.Instrs)-1].(*ssa.Return)
		return !ok || len(then.Instrs) > 1 || len(end.Results) != 1 || end.Results[0] != t.call.Call.Args[0]
	})
}
