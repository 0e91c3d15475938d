package taint

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// branchOf returns the conditions of the branch by which a parameter gets to a sink, in the form of [ParamSink.When]: the parameters of its function that
// are compared with constants on the way, as in a function that dispatches by the name of a tool.
func (t *tracker) branchOf(p *ssa.Parameter, v *flow.Visit, sink ssa.Instruction) string {
	use := sink
	for at := v; at.Prev != nil; at = at.Prev {
		if at.Edge.Kind == flow.ArgToParam && at.Edge.Instr != nil && at.Edge.Instr.Parent() == p.Parent() {
			use = at.Edge.Instr // a call there
			break
		}
	}
	if use.Parent() != p.Parent() {
		return ""
	}
	var out []string
	for cond, holds := range ssax.Conditions(use.Block()) {
		cmp, ok := cond.(*ssa.BinOp)
		if !ok || (cmp.Op != token.EQL || !holds) && (cmp.Op != token.NEQ || holds) {
			continue
		}
		param, ok := cmp.X.(*ssa.Parameter)
		text, constant := t.flow.String(cmp.Y)
		if ok && constant {
			_, i := flow.ParamIndex(param)
			out = append(out, fmt.Sprintf("%d=%s", i, strconv.Quote(text)))
		}
	}
	return strings.Join(out, "\n")
}

// isOtherBranch reports whether a call passes constants by which its function takes another branch than one that has the conditions.
func (t *tracker) isOtherBranch(call ssa.CallInstruction, sig *types.Signature, when string) bool {
	if when == "" {
		return false
	}
	args := flow.Arguments(call.Common())
	recv := len(args) - sig.Params().Len()
	return slices.ContainsFunc(strings.Split(when, "\n"), func(cond string) bool {
		index, want, _ := strings.Cut(cond, "=")
		i, err := strconv.Atoi(index)
		if err != nil || i+recv < 0 || i+recv >= len(args) {
			return false
		}
		text, constant := t.flow.String(args[i+recv])
		return constant && strconv.Quote(text) != want
	})
}
