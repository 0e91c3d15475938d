// Package agentloop finds loops that ask a model each turn and end only when the model says so.
package agentloop

import (
	_ "embed"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "agentloop", Group: rule.Cost, Cites: principles.AgentBricks, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if info.Flow() == nil {
		return nil
	}
	c := &checker{
		pass: pass, info: info, flow: info.Flow(), calls: map[ssa.Instruction]*llm.Call{}, asking: map[*ssa.Function]bool{}, cycle: cycles(info.Flow().Funcs),
		readers: map[reach]bool{}, told: map[int]bool{}, counting: &counting{known: map[reach]bool{}, stores: map[*ssa.Function][]ssa.Value{}},
	}
	for _, call := range info.Calls {
		c.calls[call.Instr] = call
	}
	for _, fn := range info.Flow().Funcs {
		for _, l := range ssax.Loops(fn) {
			c.judge(&loop{l})
		}
		c.recursion(fn)
	}
	c.frameworks()
	return nil
}

// A checker looks at the loops of one package.
type checker struct {
	pass     *rule.Pass
	info     *llm.Info
	flow     *flow.Program
	calls    map[ssa.Instruction]*llm.Call // of models
	asking   map[*ssa.Function]bool        // see asks
	cycle    map[*ssa.Function]int         // see cycles
	counting *counting
	readers  map[reach]bool // of input
	told     map[int]bool   // the cycles that were reported
}

// model returns the name of a call that asks a model, perhaps through functions that it calls, or "". Reading the next
// event of a session that is open asks nothing.
func (c *checker) model(in ssa.Instruction) string {
	if known := c.calls[in]; known != nil {
		if receives(known) {
			return ""
		}
		return known.Name
	}
	call, ok := in.(*ssa.Call)
	if !ok {
		return ""
	}
	callee := flow.Callee(call.Common())
	if fn := flow.FuncObject(call.Common()); fn != nil && c.info.CallsModel(fn) && c.asks(callee, fn) {
		return flow.ShortName(fn)
	}
	if callee != nil && c.info.FuncCallsModel(callee) && c.asks(callee, nil) {
		return callee.Name()
	}
	return ""
}

// receives reports whether a call of an SDK reads from a session that another call has opened.
func receives(call *llm.Call) bool {
	return call.Entry != nil && strings.HasPrefix(call.Entry.Role, "realtime") && strings.HasPrefix(call.Entry.Place, "result")
}

// asks reports whether a function that calls a model sends it something. If the function has no body here, its parameters
// decide: a function that takes only a context reads what arrives.
func (c *checker) asks(callee *ssa.Function, fn *types.Func) bool {
	if callee == nil || callee.Blocks == nil {
		return fn == nil || slices.ContainsFunc(slices.Collect(fn.Signature().Params().Variables()), func(p *types.Var) bool { return !flow.IsContext(p.Type()) })
	}
	known, ok := c.asking[callee]
	if !ok {
		c.asking[callee] = true
		reads, sends := false, false
		for in := range ssax.Instructions(callee) {
			if known := c.calls[in]; known != nil && receives(known) {
				reads = true
			} else if c.model(in) != "" {
				sends = true
			}
		}
		known = sends || !reads
		c.asking[callee] = known
	}
	return known
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
	harm := c.harm(l)
	if stmt == nil || harm == "" || c.bounded(l) || c.waits(l) || c.worksOff(l) {
		return
	}
	c.pass.Report(rule.Finding{
		Pos:     stmt.Pos(),
		End:     stmt.Pos() + 3,
		Message: harm + "; bound it by turns, a deadline or a budget",
		Trace:   []rule.Step{{Pos: at.Pos(), Message: name + " calls the model each turn"}},
	})
}

// harm says what alone ends a loop: the model's answer or, in a loop that repeats failed calls, the first success. It returns
// "" for a loop with another end, such as one that runs until it is stopped.
func (c *checker) harm(l *loop) string {
	retries := false
	for _, exit := range l.leaves() {
		test, ok := exit.cond.(*ssa.BinOp)
		switch {
		case !depends(exit.cond, c.askedIn(l), true):
		case !ok || !typex.IsError(test.X.Type()):
			return "agent loop has no limit except the model's own decision to stop"
		case (test.Op == token.EQL) == exit.when:
			retries = true
		}
	}
	if retries {
		return "loop calls the model again until a call succeeds, without a limit"
	}
	return ""
}
