package llm

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// filledBy returns the object of which a call fills a field: a result, or else the receiver.
func (b *builder) filledBy(call ssa.CallInstruction, field string) ssa.Value {
	results := call.Common().Signature().Results()
	for i := range results.Len() {
		if n := typex.Named(results.At(i).Type()); n != nil && strings.HasPrefix(field, flow.TypeKey(n)+".") {
			return call.Value()
		}
	}
	return flow.Receiver(call.Common())
}

// isSeen reports whether all calls that get an object are known, so that their marks say what becomes of it.
func (b *builder) isSeen(object ssa.Value) bool {
	calls, ok := flow.Passings(object)
	return ok && !slices.ContainsFunc(calls, func(p flow.Passing) bool {
		c := p.Call.Common()
		fn := flow.FuncObject(c)
		switch {
		case fn == nil: // a function value
			return len(b.places(p.Call)) == 0
		case fn.Pkg() == nil || !b.InModule(fn.Pkg()):
			return c.IsInvoke()
		case c.IsInvoke():
			return !b.in.linked || p.Arg == 0
		}
		_, hidden := flow.Arguments(c)[p.Arg].Type().Underlying().(*types.Interface)
		return hidden
	})
}
