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
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
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
	c := &checker{
		pass: pass, info: info, flow: info.Flow(), calls: map[ssa.Instruction]string{}, cycle: cycles(info.Flow().Funcs),
		readers: map[reach]bool{}, counting: &counting{known: map[reach]bool{}, stores: map[*ssa.Function][]ssa.Value{}},
	}
	for _, call := range info.Calls {
		c.calls[call.Instr] = call.Name
	}
	for _, fn := range info.Flow().Funcs {
		for _, l := range ssax.Loops(fn) {
			c.judge(&loop{l})
		}
		c.recursion(fn)
	}
	return nil
}

// A checker looks at the loops of one package.
type checker struct {
	pass     *rule.Pass
	info     *llm.Info
	flow     *flow.Program
	calls    map[ssa.Instruction]string // the names of the calls of models
	cycle    map[*ssa.Function]int      // see cycles
	counting *counting
	readers  map[reach]bool // of input
}

// model returns the name of a call that calls a model, perhaps through functions that it calls, or "".
func (c *checker) model(in ssa.Instruction) string {
	if name := c.calls[in]; name != "" {
		return name
	}
	call, ok := in.(*ssa.Call)
	if !ok {
		return ""
	}
	if fn := flow.FuncObject(call.Common()); fn != nil && c.info.CallsModel(fn) {
		return flow.ShortName(fn)
	}
	if f := flow.Callee(call.Common()); f != nil && c.info.FuncCallsModel(f) {
		return f.Name()
	}
	return ""
}

// judge reports a loop that calls a model each turn, has a way out, and none that is sure to be taken. A loop without any
// way out is a service and meant to go on.
func (c *checker) judge(l *loop) {
	name, at := "", ssa.Instruction(nil)
	for _, b := range l.Head.Parent().Blocks {
		if !l.Blocks[b] || !l.EachTurn(b) {
			continue
		}
		for _, in := range b.Instrs {
			if at == nil {
				if n := c.model(in); n != "" {
					name, at = n, in
				}
			}
		}
	}
	if at == nil || len(l.exits()) == 0 {
		return
	}
	stmt := l.statement()
	if stmt == nil || c.bounded(l) || c.waits(l) {
		return
	}
	c.pass.Report(rule.Finding{
		Pos: stmt.Pos(),
		End: stmt.Pos() + 3,
		Message: fmt.Sprintf("this loop calls %s each turn and ends only when the model stops asking for more: "+
			"bound it by a count of turns, a deadline or a budget, and say in the error that it was reached", name),
		Trace: []rule.Step{{Pos: at.Pos(), Message: name + " calls the model each turn"}},
	})
}
