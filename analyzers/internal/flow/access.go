package flow

import "golang.org/x/tools/go/ssa"

// FunctionsOf returns the functions that a value of function type may be, as far as this package tells.
func (p *Program) FunctionsOf(v ssa.Value) []*ssa.Function { return p.functionsOf(v) }

// CalleesOf returns the functions of this package that a call may reach.
func (p *Program) CalleesOf(call ssa.CallInstruction) []*ssa.Function { return p.calleesOf(call) }

// Argument returns what a call passes for a parameter of the function called, or nil.
func Argument(call ssa.CallInstruction, param *ssa.Parameter) ssa.Value { return argument(call, param) }

// Arguments returns receiver and arguments of a call, in the order of the parameters of the function called.
func Arguments(c *ssa.CallCommon) []ssa.Value { return arguments(c) }

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
