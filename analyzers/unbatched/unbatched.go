// Package unbatched finds loops that send one input at a time to a service that takes many in one request.
//
// It is long because it has to show that a request holds one input, that each turn sends another, and that the loop may be in a caller.
package unbatched

import (
	_ "embed"
	"fmt"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "unbatched", Group: rule.Cost, Cites: principles.HardwareConstraints, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if info.Flow() == nil {
		return nil
	}
	for _, c := range info.Calls {
		if c.Entry == nil || !strings.HasSuffix(c.Entry.Role, ",batch") {
			continue
		}
		call, ok := c.Instr.(*ssa.Call)
		if !ok {
			continue
		}
		inputs := inputsOf(pass, info, c)
		if len(inputs) != 1 {
			continue // none in sight, or a request that has several already
		}
		if inLoop(call.Block()) && ofTurn(inputs[0], call.Block()) {
			report(pass, c, call)
			continue
		}
		for _, outer := range turns(info, call, inputs[0], 2) {
			report(pass, c, outer)
		}
	}
	return nil
}

func report(pass *rule.Pass, c *llm.Call, at ssa.CallInstruction) {
	f := rule.Finding{Message: fmt.Sprintf("this loop sends one input per request to %s, which takes many, so each waits for the network; send the inputs in batches", c.Name)}
	if at != c.Instr {
		f.Message = fmt.Sprintf("this loop calls %s, which sends one input per request to %s, so each waits for the network; send the inputs in batches",
			flow.ShortName(flow.FuncObject(at.Common())), c.Name)
		f.Trace = []rule.Step{{Pos: c.Instr.Pos(), Message: "one input is sent here"}}
	}
	pass.ReportAround(at.Pos(), f)
}

// turns returns the calls in loops by which a function gets one input of a turn and sends it alone.
func turns(info *llm.Info, call ssa.CallInstruction, input ssa.Value, depth int) []ssa.CallInstruction {
	param, ok := input.(*ssa.Parameter)
	if !ok || depth == 0 || inLoop(call.Block()) {
		return nil
	}
	var out []ssa.CallInstruction
	for _, outer := range info.Flow().Callers(param.Parent()) {
		if _, ok := outer.(*ssa.Call); !ok {
			continue
		}
		arg := argumentFor(outer.Common(), param)
		switch {
		case arg == nil || flow.FuncObject(outer.Common()) == nil:
		case inLoop(outer.Block()) && ofTurn(arg, outer.Block()):
			out = append(out, outer)
		default:
			out = append(out, turns(info, outer, arg, depth-1)...)
		}
	}
	return out
}

func argumentFor(c *ssa.CallCommon, param *ssa.Parameter) ssa.Value {
	args := c.Args
	if c.IsInvoke() {
		args = append([]ssa.Value{c.Value}, args...)
	}
	for i, p := range param.Parent().Params {
		if p == param && i < len(args) && len(args) == len(param.Parent().Params) {
			return args[i]
		}
	}
	return nil
}
