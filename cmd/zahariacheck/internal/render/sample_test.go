package render

import (
	"bytes"
	"flag"
	"go/token"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/principles"
)

var update = flag.Bool("update", false, "write the golden files")

// onSite are the formats that name files relative to the root of the repository, with the names of their golden files.
var onSite = map[string]func(io.Writer, *finding.Report, Site) error{
	"github.txt":    GitHub,
	"gitlab.json":   GitLab,
	"jsonl.jsonl":   JSONLines,
	"rdjsonl.jsonl": RDJSONL,
	"review.md":     Review,
	"sarif.json":    SARIF,
}

// inDir are the formats that name files relative to the working folder, with the names of their golden files.
var inDir = map[string]func(io.Writer, *finding.Report, Site) error{
	"agent.txt": func(w io.Writer, rep *finding.Report, site Site) error { return Agent(w, rep, site.Root) },
	"text.txt": func(w io.Writer, rep *finding.Report, site Site) error {
		t := Text{Dir: site.Root, Context: -1, Quotes: true, Summary: true}
		return t.Write(w, rep)
	},
}

// all are the formats of both kinds.
func all() map[string]func(io.Writer, *finding.Report, Site) error {
	both := maps.Clone(onSite)
	maps.Copy(both, inDir)
	return both
}

// sample is a report with what is hard: columns behind tabs and wide characters, two findings of a line, a fix of two
// edits, and names and literals that are hostile. Its rules are none of ours, so that goldens do not change with pages.
func sample(t *testing.T) (*finding.Report, Site) {
	t.Helper()
	root := t.TempDir()
	put := func(name string) string {
		name = filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(code), 0o644); err != nil {
			t.Skip(err) // names that a file system does not know
		}
		return name
	}
	plain, odd := put("pkg/a b.go"), put("a:1,%0A`|[x](y)<b>\x1b\u202e\n::error::é.go")
	at := func(file, text string) token.Position {
		return texts{}.position(file, strings.Index(code, text))
	}
	quote := principles.Get(principles.LockIn)
	call := finding.Finding{
		Rule: "sample", Group: "design", Quote: quote, Severity: analyzers.Warning, Confidence: analyzers.Sure, URL: "https://example.com/sample#lock-in", Package: "p",
		Pos: at(plain, `f("x")`), End: at(plain, ", 1"), Message: `f is called with "x": do not`,
		Trace: []finding.Step{
			{Pos: at(plain, "var two"), End: at(plain, " two"), Message: "starts here"},
			{Pos: at(plain, "two"), End: at(plain, " = 2"), Message: "goes on here"},
		},
		Fix: &finding.Fix{Message: "Call g", Edits: []finding.Edit{
			{File: plain, Start: strings.Index(code, "two"), End: strings.Index(code, " = 2"), New: "zwei"},
			{File: plain, Start: strings.Index(code, "f("), End: strings.Index(code, `("x")`), New: "g\u202e"},
		}},
	}
	second := call
	second.Confidence = analyzers.Likely
	second.Pos, second.End, second.Trace, second.Fix = at(plain, "1 //"), at(plain, " // one"), nil, nil
	second.Message = "1 is a number"
	bad := call
	bad.Pos, bad.End, bad.Fix, bad.Severity = at(odd, "var é"), at(odd, "two"), nil, analyzers.Error
	bad.Rule, bad.Quote, bad.Message = "other", principles.Get(principles.PromptEngineering), analyzers.Clean(hostile, 1024)
	bad.Trace = []finding.Step{{Pos: at(odd, "two"), End: at(odd, "two"), Message: analyzers.Clean(hostile, 300)}}
	outside := call
	outside.Pos.Filename, outside.Severity, outside.Trace, outside.Fix = "/elsewhere/gone.go", analyzers.Info, nil, nil
	outside.End = outside.Pos
	return &finding.Report{
		Findings: finding.Sort([]finding.Finding{call, second, bad, outside}),
		Failures: []finding.Failure{{Package: hostile, Reason: analyzers.Clean(hostile, 1024)}},
		Packages: 3,
		Failed:   1,
	}, Site{Root: root}
}

func written(t *testing.T, write func(io.Writer, *finding.Report, Site) error, rep *finding.Report, site Site) string {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, rep, site); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
