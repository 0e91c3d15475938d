// Package uncancellable finds calls of models and tools that no caller can cancel.
//
// It is long because a call is lost to its callers in five ways, one file each: no context, another context, a client or a stream with the wrong
// timeout, a send and a sleep that nothing ends.
package uncancellable

import (
	_ "embed"
	"fmt"
	"go/types"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/contexts"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "uncancellable", Group: rule.Reliability, Cites: principles.FoundationModelsAsProcessors, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if info.Flow() == nil {
		return nil
	}
	c := &checker{pass: pass, info: info, calls: map[ssa.Instruction]*llm.Call{}, reported: map[any]bool{}}
	c.givesContext = sync.OnceValue(c.runsCommands)
	for _, call := range info.Calls {
		c.calls[call.Instr] = call
	}
	c.each(func(in ssa.Instruction) {
		if call, ok := in.(ssa.CallInstruction); ok {
			c.checkCall(in.Parent(), call)
		}
	})
	c.checkClients()
	c.checkStreamTimeouts()
	c.checkReaderTimeouts()
	c.checkStreamSends()
	c.checkSleeps()
	return nil
}

type checker struct {
	pass     *rule.Pass
	info     *llm.Info
	calls    map[ssa.Instruction]*llm.Call
	reported map[any]bool // parameters, contexts and exported functions, each of which is reported once

	givesContext func() bool // see runsCommands
}

// each calls do for each instruction of the package.
func (c *checker) each(do func(ssa.Instruction)) {
	for _, fn := range c.info.Flow().Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				do(in)
			}
		}
	}
}

// checkCall checks one call that reaches a model, directly or through its callees.
func (c *checker) checkCall(fn *ssa.Function, call ssa.CallInstruction) {
	name, ctx := c.modelCall(call)
	if name == "" {
		return
	}
	given, expr := c.inScope(fn)
	if any, _ := contexts.InScope(fn); given == nil && any != nil {
		return // a command that runs without a context
	}
	if ctx == nil {
		c.checkMissingContext(given, expr, call, name)
		return
	}
	if given != nil && given.Name() != "_" && c.onlyDeadline(fn, ctx) && !isDetached(fn, call) {
		if c.isKnown(ctx) {
			return
		}
		c.pass.ReportAround(call.Pos(), rule.Finding{Message: fmt.Sprintf("%s goes on until its deadline when %s is cancelled, since that deadline is set on context.Background(); set it on %[2]s",
			name, expr)})
		return
	}
	origin, unstoppable := contexts.Unstoppable(c.info.Flow(), ctx)
	if !unstoppable || origin == "context.Background" && isDetached(fn, call) { // TODO marks a missing context
		return
	}
	if given != nil {
		if c.isKnown(ctx) {
			return
		}
		c.pass.ReportAround(call.Pos(), rule.Finding{Message: fmt.Sprintf("%s is called with %s() although %s is in scope; pass %[3]s so the call can be cancelled",
			name, origin, expr)})
		return
	}
	up := c.searchCallers(fn, call)
	if out := up.exported; out != nil && !c.reported[out] && (c.pass.Public() || up.lasts || c.mayHang(call)) {
		c.reported[out] = true
		f := rule.Finding{Message: fmt.Sprintf("%s is called with %s(), so callers of %s cannot cancel it; add a context.Context parameter to %s and pass it on",
			name, origin, flow.ShortName(out), c.funcToChange(fn))}
		if out != ssax.Outermost(fn).Object() {
			f.Trace = []rule.Step{{Pos: out.Pos(), Message: flow.ShortName(out) + " is what other packages call"}}
		}
		c.pass.ReportAround(call.Pos(), f)
	}
}

// isKnown reports whether a context made in this function was reported before.
func (c *checker) isKnown(ctx ssa.Value) bool {
	for o := range contexts.Origins(c.info.Flow(), ctx) {
		known := c.reported[o.Value]
		c.reported[o.Value] = true
		return known
	}
	return false
}

// funcToChange names the function that should take a context: the declared one that contains the call.
func (c *checker) funcToChange(fn *ssa.Function) string {
	fn = ssax.Outermost(fn)
	if obj, ok := fn.Object().(*types.Func); ok {
		return flow.ShortName(obj)
	}
	return fn.Name()
}

// modelCall returns the name and the context of a call of a model or a tool. The context is nil if the callee takes none.
func (c *checker) modelCall(call ssa.CallInstruction) (string, ssa.Value) {
	if m := c.calls[call]; m != nil {
		return m.Name, m.Ctx
	}
	fn := flow.FuncObject(call.Common())
	if fn == nil || !c.info.CallsModel(fn) && !c.callsService(fn) {
		return "", nil
	}
	for _, a := range call.Common().Args {
		if flow.IsContext(a.Type()) {
			return flow.ShortName(fn), a
		}
	}
	return flow.ShortName(fn), nil
}

// callsService reports whether a function calls a service other than a model, such as a tool server, and takes a context.
func (c *checker) callsService(fn *types.Func) bool {
	return slices.ContainsFunc(c.info.Catalogue().Lookup(fn.FullName()), func(e *catalogue.Entry) bool { return e.Kind == "call" && e.Ctx != "" })
}
