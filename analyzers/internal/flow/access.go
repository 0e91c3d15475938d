package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// FunctionsOf returns the functions that a value of function type may hold, as far as this package shows.
func (p *Program) FunctionsOf(v ssa.Value) []*ssa.Function { return p.functionsOf(v) }

// CalleesOf returns the functions of this package that a call may reach.
func (p *Program) CalleesOf(call ssa.CallInstruction) []*ssa.Function { return p.calleesOf(call) }

// Argument returns the value that a call passes for a parameter of the callee, or nil.
func Argument(call ssa.CallInstruction, param *ssa.Parameter) ssa.Value { return argument(call, param) }

// Arguments returns receiver and arguments of a call, in the order of the callee's parameters. For a call of a method value, as in
// "ask := client.Ask; ask(text)", the receiver is the one that the method value binds.
func Arguments(c *ssa.CallCommon) []ssa.Value {
	if made, ok := c.Value.(*ssa.MakeClosure); ok && len(made.Bindings) == 1 && isBound(made.Fn) {
		return append(made.Bindings[:1:1], c.Args...)
	}
	return arguments(c)
}

// isBound reports whether a function is the wrapper that go/ssa makes for a method value.
func isBound(v ssa.Value) bool {
	f, ok := v.(*ssa.Function)
	if !ok || f.Synthetic == "" {
		return false
	}
	obj, ok := f.Object().(*types.Func)
	return ok && obj.Signature().Recv() != nil && f.Signature.Recv() == nil && len(f.FreeVars) == 1
}

// ArgumentsOf returns the arguments of a call without the receiver; fn is what it calls, or nil.
func ArgumentsOf(fn *types.Func, c *ssa.CallCommon) []ssa.Value {
	args := Arguments(c)
	if fn != nil && fn.Signature().Recv() != nil && len(args) > 0 {
		return args[1:]
	}
	return args
}

// Receiver returns what a method is called on, or nil.
func Receiver(c *ssa.CallCommon) ssa.Value {
	fn, args := FuncObject(c), Arguments(c)
	if fn == nil || fn.Signature().Recv() == nil || len(args) == 0 {
		return nil
	}
	return args[0]
}

// Bindings returns what closures of this package bind to a free variable.
func (p *Program) Bindings(v *ssa.FreeVar) (out []ssa.Value) {
	for i, fv := range v.Parent().FreeVars {
		if fv == v {
			for _, mc := range p.index.closures[v.Parent()] {
				out = append(out, mc.Bindings[i])
			}
		}
	}
	return out
}
