// Package taint finds text that comes from a source (a model, a stranger) and reaches a sink (a shell, a database, a path)
// without passing a barrier.
//
// Sources, sinks and barriers are rows of the catalogue, see docs/catalogue.md: a new sink is one row.
// The analyzer follows all of them once per package; a rule selects its labels:
//
//	Requires: []*analysis.Analyzer{taint.Analyzer},
//	Run: func(pass *rule.Pass) error {
//		for _, f := range taint.Run(pass, taint.Spec{Sources: []string{"output", "toolargs"}, Sinks: []string{"exec", "sql"}}) {
//			pass.Report(rule.Finding{Pos: f.Sink.Pos, Message: …f.Source.What…f.Sink.Name…, Trace: f.Trace})
//		}
//
// Labels of sources are the roles of source rows: "output" (also rows of kind output and what structure shows to be a model's
// text), "toolargs" (output rows of role tool-args, tool calls of the code's own), "toolinput" (the input parameters of functions
// that handler rows name), "request" (HTTP request data), "fetched". Labels of sinks are the roles of sink rows (exec, sql, path,
// url, template, html, format, code), "system" for prompts of the system and developer role, and "tooldesc" for descriptions of tools.
//
// Barrier rows apply to the sinks of their labels. A comparison with ==, a lookup with ok, and a call that returns only a bool or
// an error on which the path to the sink depends, are barriers for all sinks.
package taint

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// A Spec selects the flows of a rule.
type Spec struct {
	Sources, Sinks []string // labels
}

// A Flow is one path from a source to a sink.
type Flow struct {
	Source Source
	Sink   Sink
	Trace  []rule.Step // from the source to the sink
	Filled bool        // the text is filled into another one on the way
}

// A Source is where text comes from.
type Source struct {
	Label string
	What  string // such as "(*http.Request).FormValue", "the parameter in of handle"
	Pos   token.Pos
}

// A Sink is a place that untrusted text must not reach.
type Sink struct {
	Label string
	Name  string          // as messages show it: "exec.Command", "the parameter cmd of run"
	Param string          // the name of the argument, or ""
	Instr ssa.Instruction // in this package
	Value ssa.Value       // the value that reaches it
	Pos   token.Pos
	// Below is the sink in another package that a parameter of its function leads to, or "".
	Below string
}

// Run returns the flows of a package that a spec selects, in the order of the sinks.
func Run(pass *rule.Pass, spec Spec) []Flow {
	var out []Flow
	for _, f := range pass.ResultOf[Analyzer].(*Result).Flows {
		if slices.Contains(spec.Sources, f.Source.Label) && slices.Contains(spec.Sinks, f.Sink.Label) {
			out = append(out, f)
		}
	}
	return out
}
