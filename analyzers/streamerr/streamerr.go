// Package streamerr finds streams of models whose end is not told from their failure, and streams that are left open.
//
// It is long because streams come as iterators, callbacks, ranges and lines of events, one file each, and because their ends are compared on
// every path.
package streamerr

import (
	_ "embed"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/contexts"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "streamerr", Group: rule.Reliability, Cites: principles.SingleModels, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	c := &checker{pass: pass, info: pass.ResultOf[llm.Analyzer].(*llm.Info)}
	var readers []types.Type
	for _, call := range c.info.Calls {
		open, ok := call.Instr.(*ssa.Call)
		if !ok || call.Entry == nil || !slices.Contains(strings.Split(call.Role, ","), "stream") {
			continue
		}
		s := &stream{call: call, open: open}
		s.follow(open)
		c.checkIterator(s)
		c.checkCallback(s)
		c.cursor(s)
		c.channel(s)
		c.closed(s)
		c.checkDerivedContext(s)
		readers = append(readers, s.types...)
	}
	// What Recv says of the end is the same for every copy of a stream, wherever it comes from.
	if len(readers) > 0 {
		c.receivers(readers)
	}
	if c.info.Flow() != nil {
		c.checkLineReaders()
		c.checkReads()
	}
	return nil
}

type checker struct {
	pass *rule.Pass
	info *llm.Info
}

// cursor judges a stream with Next and Err, whose error has to be asked for after the last Next.
func (c *checker) cursor(s *stream) {
	if s.escaped || !hasMethod(s.types, "Err") {
		return
	}
	for _, next := range s.reads {
		if next.Common().Signature().Results().Len() != 1 || !inLoop(next, nil) {
			continue
		}
		asked := len(s.errs) > 0
		if after := falseBranch(next); after != nil {
			asked = slices.ContainsFunc(s.errs, func(e ssa.Instruction) bool {
				return reaches(after, s.open, e)
			})
		}
		if asked {
			continue
		}
		when := "never checked"
		if len(s.errs) > 0 {
			when = "checked only inside the loop"
		}
		c.pass.ReportAround(next.Pos(), rule.Finding{Message: "the error of the stream from " + s.call.Name + " is " + when + ", so a truncated answer looks complete; " +
			"check Err after the loop",
			Trace: []rule.Step{{Pos: s.open.Pos(), Message: "the stream is opened here"}}})
		return
	}
}

// channel judges a stream whose parts arrive on a channel, which a failure closes as the end does.
func (c *checker) channel(s *stream) {
	if s.escaped || len(s.events) == 0 || len(s.errs) > 0 || !hasMethod(s.types, "Err") {
		return
	}
	c.pass.ReportAround(s.events[0].Pos(), rule.Finding{Message: "the error of the stream from " + s.call.Name + " is never checked, so a truncated answer looks complete; " +
		"check Err after the loop",
		Trace: []rule.Step{{Pos: s.open.Pos(), Message: "the stream is opened here"}}})
}

// receivers judges the loops over Recv, or over a Next that gives a value and an error.
func (c *checker) receivers(readers []types.Type) {
	for _, fn := range c.info.Flow().Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				call, ok := in.(*ssa.Call)
				if !ok || !isRead(flow.FuncObject(call.Common())) || call.Common().Signature().Results().Len() != 2 || !inLoop(call, nil) {
					continue
				}
				if recv := flow.Receiver(call.Common()); slices.ContainsFunc(readers, func(t types.Type) bool { return types.Identical(t, recv.Type()) }) {
					c.received(call)
				}
			}
		}
	}
}

// received judges what becomes of the error of one call in a loop.
func (c *checker) received(call *ssa.Call) {
	u := errorOf(call)
	name := flow.FuncObject(call.Common()).Name()
	switch {
	case u.other:
	case inLoop(call, u.prunes):
		c.pass.ReportAround(call.Pos(), rule.Finding{Message: "the loop continues after an error of " + name + " other than io.EOF, so it may spin or take a " +
			"truncated answer for complete; return the error"})
	case u.nilTest && !u.endTest && !u.fails:
		c.reportEnd(call)
	}
}

func (c *checker) reportEnd(read *ssa.Call) {
	c.pass.ReportAround(read.Pos(), rule.Finding{Message: "every error of " + flow.FuncObject(read.Common()).Name() + " is treated as the end of the stream, " +
		"so a truncated answer looks complete; treat only io.EOF as the end and return other errors"})
}

// closed judges whether a stream that a function keeps to itself is closed on each way out.
func (c *checker) closed(s *stream) {
	fn := s.open.Parent()
	if s.escaped || len(s.reads) == 0 || !hasMethod(s.types, "Close") || fn.Name() == "main" && fn.Pkg.Pkg.Name() == "main" {
		return // what main leaves open ends with the process
	}
	if ctx := s.call.Ctx; ctx != nil && contexts.Stoppable(c.info.Flow(), ctx, contexts.Cancel|contexts.Deadline) {
		return // who cancels the context closes the connection
	}
	left := s.unclosedExit()
	if left == nil || len(s.closes) == 0 && s.isDrained(c.onCancel(s)) {
		return
	}
	f := rule.Finding{Message: "the stream from " + s.call.Name + " is never closed, which leaks its connection when reading stops early; defer its Close",
		Trace: []rule.Step{{Pos: s.open.Pos(), Message: "the stream is opened here"}}}
	if len(s.closes) > 0 {
		f.Message = "the stream from " + s.call.Name + " is not closed on every path, which leaks its connection; defer its Close"
		f.Trace = append(f.Trace, rule.Step{Pos: left.Pos(), Message: "and is left open here"})
	}
	c.pass.ReportAround(s.reads[0].Pos(), f)
}
