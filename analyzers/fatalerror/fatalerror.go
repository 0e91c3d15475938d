// Package fatalerror finds importable packages that end the process because a model call failed.
//
// It is long because an end of the process is right in commands, tests and Must functions, and for a server that cannot listen.
package fatalerror

import (
	_ "embed"
	"fmt"
	"go/token"
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
	Rule = &rule.Rule{Name: "fatalerror", Group: rule.Reliability, Cites: principles.ThePrototypingMindset, Doc: doc, Tier: rule.Preview, Since: "v0.1.0", Severity: rule.Error,
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if info.Flow() == nil || !pass.Importable() || slices.Contains(strings.Split(pass.Pkg.Path(), "/"), "cmd") {
		return nil
	}
	for _, fn := range info.Flow().Funcs {
		if fn.Name() == "init" || isCommand(fn) || strings.HasPrefix(strings.ToLower(fn.Name()), "must") {
			continue // by convention such functions are for what cannot fail, or for the start of a program
		}
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				how := exitName(in)
				if how == "" {
					how = exitingHelper(in)
				}
				if how == "" || how == "panic" && mayRecover(fn) {
					continue
				}
				if cause := causeOf(info, b); cause != nil {
					report(pass, in, how, cause)
				}
			}
		}
	}
	return nil
}

// isCommand reports whether a function is a command of a command line, or a literal in one: to end the process is its right.
func isCommand(fn *ssa.Function) bool {
	for ; fn != nil; fn = fn.Parent() {
		for _, p := range fn.Params {
			switch strings.TrimPrefix(p.Type().String(), "*") {
			case "github.com/spf13/cobra.Command", "github.com/urfave/cli/v2.Context", "github.com/urfave/cli.Context", "github.com/urfave/cli/v3.Command":
				return true
			}
		}
	}
	return false
}

func report(pass *rule.Pass, end ssa.Instruction, how string, cause *ssa.Call) {
	failed := flow.ShortName(flow.FuncObject(cause.Common()))
	pass.ReportAround(end.Pos(), rule.Finding{
		Message: fmt.Sprintf("%s ends the whole process when %s fails, as model calls do now and then (rate limits, timeouts, bad output); return the error", how, failed),
		Trace:   []rule.Step{{Pos: cause.Pos(), Message: failed + " is called here"}},
	})
}

// fatal are what loggers call the functions that end the process. FatalError and the like may only show an error.
var fatal = []string{"Fatal", "Fatalf", "Fatalln", "Fatalw", "FatalContext", "FatalDepth", "FatalfDepth"}

// exitName returns the name of what ends the process, or "".
func exitName(in ssa.Instruction) string {
	switch in := in.(type) {
	case *ssa.Panic:
		if in.Pos().IsValid() {
			return "panic"
		}
	case *ssa.Call:
		fn := flow.FuncObject(in.Common())
		if fn == nil || fn.Pkg() == nil {
			return ""
		}
		switch {
		case fn.FullName() == "os.Exit":
			return "os.Exit"
		case slices.Contains(fatal, fn.Name()) && fn.Pkg().Path() != "testing", strings.HasPrefix(fn.FullName(), "log.Panic"):
			return flow.ShortName(fn)
		}
	}
	return ""
}

// exitingHelper returns the name of a function of the package that a call is of and that always ends the process, without a loop or branch of its own, or "".
func exitingHelper(in ssa.Instruction) string {
	call, ok := in.(*ssa.Call)
	if !ok {
		return ""
	}
	fn := flow.Callee(call.Common())
	if fn == nil || fn.Object() == nil || len(fn.Blocks) != 1 || strings.HasPrefix(strings.ToLower(fn.Name()), "must") {
		return ""
	}
	for in := range ssax.Instructions(fn) {
		if how := exitName(in); how != "" && how != "panic" {
			return fn.Name()
		}
	}
	return ""
}

// mayRecover reports whether a function defers something that may recover: a function literal or a method that is not just a
// Close or Unlock.
func mayRecover(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			d, ok := in.(*ssa.Defer)
			if !ok {
				continue
			}
			f := d.Call.StaticCallee()
			if f == nil || f.Blocks == nil {
				continue
			}
			for _, b := range f.Blocks {
				for _, in := range b.Instrs {
					if call, ok := in.(*ssa.Call); ok {
						if bi, ok := call.Call.Value.(*ssa.Builtin); ok && bi.Name() == "recover" {
							return true
						}
					}
				}
			}
		}
	}
	return false
}

// causeOf returns the model call whose error control has to have met to get to a block: the condition of the nearest branch
// that decides about the block compares that error with nil.
func causeOf(info *llm.Info, b *ssa.BasicBlock) *ssa.Call {
	for cond, value := range ssax.Conditions(b) {
		cmp, ok := cond.(*ssa.BinOp)
		if !ok || !typex.IsError(cmp.X.Type()) || (cmp.Op == token.NEQ) != value {
			continue
		}
		if call := callOf(cmp.X); call != nil && isModelFailure(info, call) {
			return call
		}
		return nil
	}
	return nil
}

// callOf returns the call that gives an error: one of whose results it is, or one that gives the iterator of a loop whose second value it is.
func callOf(err ssa.Value) *ssa.Call {
	p, ok := err.(*ssa.Parameter)
	if !ok || p.Parent().Parent() == nil {
		call, _ := flow.CallOf(err)
		return call
	}
	for in := range ssax.Instructions(p.Parent().Parent()) {
		if loop, ok := in.(*ssa.Call); ok && ssax.RangeBody(loop) == p.Parent() {
			call, _ := flow.CallOf(loop.Call.Value)
			return call
		}
	}
	return nil
}

// isModelFailure reports whether a call fails because of a model or of what it wrote.
func isModelFailure(info *llm.Info, call *ssa.Call) bool {
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return false
	}
	if info.IsCall(call) || info.CallsModel(fn) {
		return true
	}
	for _, arg := range info.DecodedBy(call) {
		if _, ok := info.IsOutput(arg); ok || info.IsToolArgs(arg) {
			return true
		}
	}
	return false
}
