package uncancellable

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/contexts"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// inScope is [contexts.InScope] without the contexts of commands that nobody gives one: theirs is the background context.
func (c *checker) inScope(fn *ssa.Function) (*ssa.Parameter, string) {
	return contexts.InScopeIf(fn, func(t types.Type) bool { return !isCommand(t) || c.givesContext() })
}

// isCommand reports whether a type is a command line's, as cobra has it: it has a context if it is run with one.
func isCommand(t types.Type) bool {
	return typex.Method(t, "Context") != nil && typex.Method(t, "Execute") != nil && typex.Method(t, "ExecuteContext") != nil
}

// runsCommands reports whether the package runs a command with a context, or sets one.
func (c *checker) runsCommands() (found bool) {
	c.each(func(in ssa.Instruction) {
		call, ok := in.(ssa.CallInstruction)
		if !ok || found {
			return
		}
		fn := flow.FuncObject(call.Common())
		if fn == nil || fn.Signature().Recv() == nil || !isCommand(fn.Signature().Recv().Type()) {
			return
		}
		switch fn.Name() {
		case "ExecuteContext", "ExecuteContextC", "SetContext":
			found = true
		}
	})
	return found
}
