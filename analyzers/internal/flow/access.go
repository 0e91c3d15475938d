package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// FunctionsOf returns the functions that a value of function type may be, as far as this package tells.
func (p *Program) FunctionsOf(v ssa.Value) []*ssa.Function { return p.functionsOf(v) }

// CalleesOf returns the functions of this package that a call may reach.
func (p *Program) CalleesOf(call ssa.CallInstruction) []*ssa.Function { return p.calleesOf(call) }

// Argument returns what a call passes for a parameter of the function called, or nil.
func Argument(call ssa.CallInstruction, param *ssa.Parameter) ssa.Value { return argument(call, param) }

// Arguments returns receiver and arguments of a call, in the order of the parameters of the function called. Where a method value
// is called, as in "ask := client.Ask; ask(text)", the receiver is what the method was taken from.
func Arguments(c *ssa.CallCommon) []ssa.Value {
	if made, ok := c.Value.(*ssa.MakeClosure); ok && len(made.Bindings) == 1 && isBound(made.Fn) {
		return append(made.Bindings[:1:1], c.Args...)
	}
	return arguments(c)
}

// isBound reports whether a function is the one that go/ssa makes of a method and a receiver.
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
