// Package agentloop finds loops that ask a model each turn and end only when the model says so.
package agentloop

import (
	_ "embed"
	"fmt"

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
	Rule = &rule.Rule{Name: "agentloop", Group: rule.Cost, Cites: principles.AgentBricks, Doc: doc, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer() // what nogo and other drivers look for
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if info.Flow() == nil {
		return nil
	}
	calls := map[ssa.Instruction]string{}
	for _, c := range info.Calls {
		calls[c.Instr] = c.Name
	}
	model := func(in ssa.Instruction) string {
		if name := calls[in]; name != "" {
			return name
		}
		call, ok := in.(*ssa.Call)
		if !ok {
			return ""
		}
		if fn := flow.FuncObject(call.Common()); fn != nil && info.CallsModel(fn) {
			return flow.ShortName(fn)
		}
		if f := flow.Callee(call.Common()); f != nil && info.FuncCallsModel(f) {
			return f.Name()
		}
		return ""
	}
	group := groups(info.Flow().Funcs)
	for _, fn := range info.Flow().Funcs {
		for _, l := range loopsOf(fn) {
			judge(pass, info.Flow(), l, model)
		}
		recursion(pass, fn, group, model)
	}
	return nil
}

// judge reports a loop that calls a model each turn, has a way out, and none that is sure to be taken. A loop without any
// way out is a service and meant to go on.
func judge(pass *rule.Pass, p *flow.Program, l *loop, model func(ssa.Instruction) string) {
	name, at := "", ssa.Instruction(nil)
	for _, b := range l.head.Parent().Blocks {
		if !l.blocks[b] || !l.eachTurn(b) {
			continue
		}
		for _, in := range b.Instrs {
			if n := model(in); n != "" && at == nil {
				name, at = n, in
			}
		}
	}
	if at == nil || len(l.exits()) == 0 {
		return
	}
	stmt := l.statement()
	if stmt == nil || bounded(p, l) || waits(l) {
		return
	}
	pass.Report(rule.Finding{
		Pos: stmt.Pos(),
		End: stmt.Pos() + 3,
		Message: fmt.Sprintf("this loop calls %s each turn and ends only when the model stops asking for more: "+
			"bound it by a count of turns, a deadline or a budget, and say in the error that it was reached", name),
		Trace: []rule.Step{{Pos: at.Pos(), Message: name + " calls the model each turn"}},
	})
}
