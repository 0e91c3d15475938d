// Package agentloop finds loops that call a model each turn and end only when the model decides to stop.
//
// It is long because a limit has many forms: counts, clocks, budgets, verdicts, queues that drain and people who answer, in the loop or in what it calls.
// Without each of these, right loops are reported.
package agentloop

import (
	_ "embed"
	"go/ast"
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
	c := newChecker(info)
	c.pass = pass
	for _, fn := range info.Flow().Funcs {
		for _, l := range ssax.Loops(fn) {
			c.checkLoop(&loop{l})
		}
		c.checkRecursion(fn)
	}
	c.checkFrameworks()
	return nil
}

func newChecker(info *llm.Info) *checker {
	c := &checker{
		info: info, flow: info.Flow(), calls: map[ssa.Instruction]*llm.Call{}, asking: map[*ssa.Function]bool{}, cycle: cycles(info.Flow().Funcs),
		readers: map[reach]bool{}, told: map[int]bool{}, counting: &counters{known: map[reach]bool{}, stores: map[*ssa.Function][]ssa.Value{}},
	}
	for _, call := range info.Calls {
		c.calls[call.Instr] = call
	}
	return c
}

// A checker checks the loops of one package.
type checker struct {
	pass     *rule.Pass // to report to
	info     *llm.Info
	flow     *flow.Program
	calls    map[ssa.Instruction]*llm.Call // of models
	asking   map[*ssa.Function]bool        // see asks
	cycle    map[*ssa.Function]int         // see cycles
	counting *counters
	readers  map[reach]bool // of input
	told     map[int]bool   // the cycles that were reported
}

// modelCall returns the name of a call that reaches a model, directly or through its callees, or "". Reading the next event of an
// open session does not count.
func (c *checker) modelCall(in ssa.Instruction) string {
	if known := c.calls[in]; known != nil {
		if isReceive(known) {
			return ""
		}
		return known.Name
	}
	call, ok := in.(*ssa.Call)
	if !ok {
		return ""
	}
	callee := flow.Callee(call.Common())
	if fn := flow.FuncObject(call.Common()); fn != nil && c.info.CallsModel(fn) && c.sendsToModel(callee, fn) {
		return flow.ShortName(fn)
	}
	if callee != nil && c.info.FuncCallsModel(callee) && c.sendsToModel(callee, nil) {
		return callee.Name()
	}
	return ""
}

// isReceive reports whether a call of an SDK reads from a session that another call has opened.
func isReceive(call *llm.Call) bool {
	return call.Entry != nil && strings.HasPrefix(call.Entry.Role, "realtime") && strings.HasPrefix(call.Entry.Place, "result")
}

// sendsToModel reports whether a function that calls a model sends a request. Without a body, its parameters decide: a function
// that takes only a context is assumed to read.
func (c *checker) sendsToModel(callee *ssa.Function, fn *types.Func) bool {
	if callee == nil || callee.Blocks == nil {
		return fn == nil || slices.ContainsFunc(slices.Collect(fn.Signature().Params().Variables()), func(p *types.Var) bool { return !flow.IsContext(p.Type()) })
	}
	known, ok := c.asking[callee]
	if !ok {
		c.asking[callee] = true
		reads, sends := false, false
		for in := range ssax.Instructions(callee) {
			if known := c.calls[in]; known != nil && isReceive(known) {
				reads = true
			} else if c.modelCall(in) != "" {
				sends = true
			}
		}
		known = sends || !reads
		c.asking[callee] = known
	}
	return known
}

// checkLoop reports a loop that calls a model each turn and has exits, but none that is sure to be taken. A loop without any exit
// is a service.
func (c *checker) checkLoop(l *loop) {
	stmt, name, at := c.asksEachTurn(l)
	if stmt == nil {
		return
	}
	harm := c.harm(l)
	if harm == "" || c.bound(l) != Unbounded {
		return
	}
	c.pass.Report(rule.Finding{
		Pos:     stmt.Pos(),
		End:     stmt.Pos() + 3,
		Message: harm + "; bound it by turns, a deadline or a budget",
		Trace:   []rule.Step{{Pos: at.Pos(), Message: name + " calls the model each turn"}},
	})
}

// asksEachTurn returns the statement of a loop that calls a model each turn and has a way out, with the name of the call and the
// call, or nil.
func (c *checker) asksEachTurn(l *loop) (stmt *ast.ForStmt, name string, at ssa.Instruction) {
	for _, b := range l.Head.Parent().Blocks {
		if !l.Blocks[b] || !l.EachTurn(b) {
			continue
		}
		for _, in := range b.Instrs {
			if at == nil {
				if n := c.modelCall(in); n != "" {
					name, at = n, in
				}
			}
		}
	}
	if at == nil || len(l.conditions()) == 0 {
		return nil, "", nil
	}
	return l.statement(), name, at
}

// harm says what alone ends a loop: the model's answer or, in a loop that retries failed calls, the first success. It returns
// "" for a loop with another exit, such as one that runs until it is stopped.
func (c *checker) harm(l *loop) string {
	retries := false
	for _, exit := range l.exitConditions() {
		test, ok := exit.cond.(*ssa.BinOp)
		switch {
		case !dependsOn(exit.cond, c.modelCallsIn(l), true):
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
