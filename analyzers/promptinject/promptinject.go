// Package promptinject finds text of strangers in the place of instructions to a model.
package promptinject

import (
	_ "embed"
	"fmt"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/taint"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "promptinject", Group: rule.Security, Cites: principles.ReasoningVsFacts, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{taint.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

// origins are by the label of the source.
var origins = map[string]string{"request": "text of an HTTP request", "fetched": "text fetched from another server"}

// places are by the label of the sink.
var places = map[string]string{"system": "the system prompt", "tooldesc": "the description of a tool"}

func run(pass *rule.Pass) error {
	type place struct {
		file *token.File
		line int
	}
	seen := map[place]bool{} // a message and the function that makes it are one
	for _, f := range taint.Run(pass, taint.Spec{Sources: []string{"request", "fetched"}, Sinks: []string{"system", "tooldesc"}}) {
		if f.Sink.Label == "tooldesc" && f.Source.Label == "fetched" {
			continue // clients of tool servers pass on what these say of their tools: that is the protocol
		}
		file := pass.Fset.File(f.Sink.Pos)
		at := place{file, file.Line(f.Sink.Pos)}
		if seen[at] {
			continue
		}
		seen[at] = true
		pass.ReportAround(f.Sink.Pos, rule.Finding{
			Trace: f.Trace,
			Message: fmt.Sprintf("%s reaches %s (%s), so its author instructs the model; pass it as data in a user message",
				origins[f.Source.Label], places[f.Sink.Label], strings.TrimPrefix(f.Sink.Name, "the ")),
		})
	}
	return nil
}
