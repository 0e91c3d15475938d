package render

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/principles"
)

// acting matches what a terminal, a reader of bidirectional text or a CI service would act on. GitHub's runner looks for
// commands at the start of lines, and for those of its old form and of Azure's agent anywhere.
var acting = regexp.MustCompile(`[\x00-\x08\x0b-\x1f\x7f-\x{9f}\x{200e}\x{200f}\x{2028}-\x{202e}\x{2066}-\x{2069}\x{feff}]|##\[|##vso\[`)

// FuzzFormats demands of every form of report, whatever the code under check and its files are called and hold: nothing
// in it acts, and what is to be read by programs has all findings, with their messages as they were.
func FuzzFormats(f *testing.F) {
	f.Add("a b.go", code, hostile, "p", "g\u202e", 3, 14)
	f.Add("a:1,%0A`|[x](y)<b>\x1b\u202e\n::error::é.go", "package p\r\n\x1b[31m::error::\x00\xff\n", "\n::error::x", hostile, hostile, 2, 1)
	f.Add("../x", "", "::x ##[error]y ##vso[task]z", "", "", 900, 900)
	f.Add("c.go", "\t😀😀sk-ant-0123456789abcdef0123", "| a | b |\n[x](http://evil)", "q [q.test]", "\u009b", 1, 9)
	root := f.TempDir()
	command := regexp.MustCompile(`^\s*::`)
	f.Fuzz(func(t *testing.T, name, source, said, pkg, edit string, line, column int) {
		if strings.Contains(name, "\x00") || line < 1 || column < 1 || line > 1000 || column > 1000 {
			return
		}
		real := filepath.Join(root, "real.go")
		if err := os.WriteFile(real, []byte(source), 0o644); err != nil {
			t.Fatal(err)
		}
		one := finding.Finding{
			Rule: "sample", Quote: principles.Get(principles.LockIn), Severity: analyzers.Warning, Confidence: analyzers.Sure, URL: "https://example.com/sample#lock-in",
			Package: pkg, Message: analyzers.Clean(said, 1024),
		}
		one.Pos.Filename, one.Pos.Line, one.Pos.Column, one.Pos.Offset = real, line, column, len(source)/2
		one.End = one.Pos
		one.End.Column += len(edit)
		one.End.Offset = len(source)
		one.Trace = []finding.Step{{Pos: one.Pos, End: one.End, Message: analyzers.Clean(said, 300)}}
		one.Fix = &finding.Fix{Message: "Change it", Edits: []finding.Edit{{File: real, Start: len(source) / 2, End: len(source), New: edit}}}
		other := one
		other.Pos.Filename = filepath.Join(root, "sub", name)
		rep := &finding.Report{
			Findings: finding.Sort([]finding.Finding{one, other}),
			Failures: []finding.Failure{{Package: pkg, Reason: analyzers.Clean(said, 1024)}},
			Excluded: []string{name}, Modules: []string{name}, Packages: 1,
		}
		site := Site{Root: root}
		for form, write := range forms(site) {
			var out bytes.Buffer
			if err := write(&out, rep); err != nil {
				t.Fatalf("%s: %v", form, err)
			}
			text := out.String()
			if !utf8.ValidString(text) {
				t.Fatalf("%s is not UTF-8: %q", form, text)
			}
			if at := acting.FindStringIndex(text); at != nil {
				t.Fatalf("%s has %q: …%q", form, text[at[0]:at[1]], text[max(0, at[0]-60):at[1]])
			}
			for l := range strings.Lines(text) {
				if command.MatchString(l) != (form == "github.txt") {
					t.Fatalf("%s has the line %q", form, l)
				}
			}
		}
		same := func(form string, messages []string) {
			if len(messages) != 2 || messages[0] != messages[1] || !strings.HasPrefix(messages[0], one.Message) {
				t.Fatalf("%s has the messages %q, want twice %q", form, messages, one.Message)
			}
		}
		var jsonl, rdjsonl, gitlab []string
		for _, l := range decodeLines[lineFinding](t, written(t, JSONLines, rep, site)) {
			jsonl = append(jsonl, l.Message)
			if utf8.ValidString(edit) && (l.Fix == nil || l.Fix.Edits[0].New != edit) {
				t.Fatalf("jsonl has the fix %+v, want %q", l.Fix, edit)
			}
		}
		same("jsonl", jsonl)
		for _, d := range decodeLines[rdDiagnostic](t, written(t, RDJSONL, rep, site)) {
			rdjsonl = append(rdjsonl, d.Message)
		}
		same("rdjsonl", rdjsonl)
		for _, i := range decodeLines[[]gitlabIssue](t, written(t, GitLab, rep, site))[0] {
			gitlab = append(gitlab, i.Description)
		}
		same("gitlab", gitlab)
		if n := len(decodeSARIF(t, written(t, SARIF, rep, site)).Runs[0].Results); n != 2 {
			t.Fatalf("sarif has %d findings", n)
		}
		var out bytes.Buffer
		if err := JSON(&out, rep); err != nil {
			t.Fatal(err)
		}
		if all := decodeLines[map[string]map[string]json.RawMessage](t, out.String()); len(all) != 1 {
			t.Fatalf("json has %d packages", len(all))
		}
	})
}

// forms are all forms of report, by the names of their golden files.
func forms(site Site) map[string]func(io.Writer, *finding.Report) error {
	all := map[string]func(io.Writer, *finding.Report) error{
		"json": JSON,
		"text": (&Text{Dir: site.Root, Context: 1, Summary: true}).Write,
	}
	for name, write := range onSite {
		all[name] = func(w io.Writer, rep *finding.Report) error { return write(w, rep, site) }
	}
	return all
}
