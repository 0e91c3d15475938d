// Package modelexec finds text of a model that is run, queried, opened or fetched past no check.
package modelexec

import (
	"cmp"
	_ "embed"
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/taint"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "modelexec", Group: rule.Security, Cites: principles.PersonifyingAgents, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Severity: rule.Error, Requires: []*analysis.Analyzer{taint.Analyzer, llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

// A harm says what happens to text that gets to a sink, and what to do about it.
type harm struct {
	does, cure string
	severity   rule.Severity // "" is an error: the text is run
}

// harms are by the label of the sink.
var harms = map[string]harm{
	"exec":     {"is executed", "compare it with a list of commands, or ask a person first", ""},
	"code":     {"is loaded as code", "load only what the program names", ""},
	"sql":      {"is run as SQL", "write the statement in the program and pass values as arguments", ""},
	"template": {"is parsed as a template", "pass it as data of a template", ""},
	"html":     {"is inserted into a page unescaped", "let html/template escape it", ""},
	"path":     {"names a file", "keep it below a folder with os.Root or filepath.IsLocal", rule.Warning},
	"url":      {"is requested as a URL", "compare the host with those allowed", rule.Warning},
	"format":   {"is used as a format", `print it with "%s"`, rule.Warning},
}

// origins are by the label of the source.
var origins = map[string]string{"output": "text of a model", "toolargs": "a tool argument", "toolinput": "tool input"}

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	spec := taint.Spec{Sources: []string{"output", "toolargs", "toolinput"}, Sinks: []string{"exec", "code", "sql", "template", "html", "path", "url", "format"}}
	flows := taint.Run(pass, spec)
	shells := map[*ast.FuncDecl]bool{} // functions by which the model may run any command: it needs no other way to files
	for _, f := range flows {
		if fn := toolOf(pass, f); fn != nil && f.Sink.Label == "exec" && !f.Filled {
			shells[fn] = true
		}
	}
	for _, f := range flows {
		if f.Sink.Label == "path" && shells[toolOf(pass, f)] {
			continue
		}
		if !harmful(f) || f.Sink.Below != "" && info.IsToolArgs(f.Sink.Value) { // all arguments handed to a tool: it is for the tool to judge them
			continue
		}
		h := harms[f.Sink.Label]
		pass.ReportAround(f.Sink.Pos, rule.Finding{
			Severity: h.severity, Trace: f.Trace,
			Message: fmt.Sprintf("%s %s by %s without a check; %s", origins[f.Source.Label], h.does, f.Sink.Name, h.cure),
		})
	}
	return nil
}

// toolOf returns the function of the package that reads the arguments of tools from which a flow comes, or nil.
func toolOf(pass *rule.Pass, f taint.Flow) *ast.FuncDecl {
	if f.Source.Label == "output" {
		return nil
	}
	for _, n := range pass.Enclosing(f.Source.Pos) {
		if fn, ok := n.(*ast.FuncDecl); ok {
			return fn
		}
	}
	return nil
}

// reads are the functions that only look at what a path names. To read files that a model names is what many tools are for.
var reads = map[string]bool{
	"os.Open": true, "os.ReadFile": true, "os.ReadDir": true, "os.DirFS": true, "os.Chdir": true, "http.ServeFile": true,
	"ioutil.ReadFile": true, "ioutil.ReadDir": true, "filepath.Walk": true, "filepath.WalkDir": true, "filepath.Glob": true,
}

// harmful leaves out what tools do by their nature, read a file or fetch a page that the model names, and templates that lie behind
// a function of another package: whether what it is given is parsed or filled in, its summary does not tell.
func harmful(f taint.Flow) bool {
	switch f.Sink.Label {
	case "path":
		return !reads[cmp.Or(f.Sink.Below, f.Sink.Name)]
	case "url":
		return f.Source.Label != "toolinput"
	case "template":
		return f.Sink.Below == ""
	}
	return true
}
