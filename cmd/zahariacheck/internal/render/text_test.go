package render

import (
	"bytes"
	"errors"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/principles"
)

// numbered is a file of four lines, two of them with carriage returns.
func numbered(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "a.go")
	if err := os.WriteFile(name, []byte("one\r\n\ttwo 2\nthree\r\nfour"), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestFrame(t *testing.T) {
	name := numbered(t)
	at := func(line, column int) token.Position {
		return token.Position{Filename: name, Line: line, Column: column}
	}
	for _, c := range []struct {
		name     string
		context  int
		pos, end token.Position
		want     string
	}{
		{"none around", 0, at(2, 2), at(2, 5), "    2 │     two 2\n      │     ^^^\n"},
		{"less than none", -1, at(2, 6), at(2, 7), "    2 │     two 2\n      │         ^\n"},
		{"around the first line", 1, at(1, 1), at(1, 4), "    1 │ one\n      │ ^^^\n    2 │     two 2\n"},
		{"around the last", 1, at(4, 1), at(4, 2), "    3 │ three\n    4 │ four\n      │ ^\n"},
		{"without an end", 1, at(3, 1), at(3, 1), "    2 │     two 2\n    3 │ three\n      │ ^^^^^\n    4 │ four\n"},
		{"more than there is", 9, at(2, 2), at(2, 5), "    1 │ one\n    2 │     two 2\n      │     ^^^\n    3 │ three\n    4 │ four\n"},
		{"up to a later line", 0, at(2, 2), at(3, 2), "    2 │     two 2\n      │     ^^^^^\n"},
		{"below the file", 0, at(5, 1), at(5, 1), ""},
		{"nowhere", 0, token.Position{}, token.Position{}, ""},
	} {
		text := Text{Dir: filepath.Dir(name), Context: c.context}
		if got := strings.ReplaceAll(text.Frame(c.pos, c.end), "\t", ""); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
	missing := Text{}
	if got := missing.Frame(token.Position{Filename: name + "x", Line: 1}, token.Position{}); got != "" {
		t.Errorf("of no file %q", got)
	}
	if err := os.WriteFile(name, []byte("k(`sk-ant-0123456789abcdef`)\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := missing.Frame(at(1, 5), at(1, 12)); got != "\t    1 │ k(`[redacted]`)\n" {
		t.Errorf("a key across the border: %q", got)
	}
}

// The first finding of a rule has the quote, the code and the trace, a later one code if it is asked for.
func TestText(t *testing.T) {
	const text = "package p\n\tvar two = 2\n\nvar four = 4"
	name := numbered(t)
	dir := filepath.Dir(name)
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	at := func(line, column int) token.Position {
		return token.Position{Filename: name, Line: line, Column: column}
	}
	quote := principles.Get(principles.LockIn)
	elsewhere := token.Position{Filename: filepath.Join(dir, "b.go"), Line: 7, Column: 1}
	first := finding.Finding{Rule: "r", Quote: quote, Severity: "warning", Message: "is wrong", Pos: at(2, 2), End: at(2, 5), Trace: []finding.Step{
		{Pos: elsewhere, Message: "is made elsewhere"},
		{Pos: at(4, 5), End: at(4, 9), Message: "comes from here"},
	}}
	again := first
	again.Pos, again.End = at(4, 5), at(4, 9)
	other := again
	other.Rule, other.Severity, other.Trace = "s", "error", nil
	other.Fix = &finding.Fix{Message: "Write 5", Edits: []finding.Edit{{File: name, Start: len(text) - 1, End: len(text), New: "5"}}}
	rep := &finding.Report{Packages: 2, Findings: []finding.Finding{first, again, other}}
	teach := "\t\"" + quote.Text + "\"\n"
	want := "a.go:2:2: warning: is wrong [r: On " + quote.Topic + "]\n" + teach + "\t    2 │     var two = 2\n\t      │     ^^^\n\t    … │\n\t    4 │ var four = 4\n\t      │     ---- comes from here\n" +
		"\tb.go:7: is made elsewhere\n\tzahariacheck explain r\n" +
		"a.go:4:5: warning: is wrong [r: On " + quote.Topic + "]\nAGAIN" +
		"a.go:4:5: error: is wrong [s: On " + quote.Topic + "]\n" + teach + "\t    4 │ var four = 4\n\t      │     ^^^^\n" +
		"\tfix (-fix applies it): Write 5\n\t    4 - var four = 4\n\t      + var four = 5\n\tzahariacheck explain s\n"
	for context, later := range map[int]string{-1: "", 0: "\t    4 │ var four = 4\n\t      │     ^^^^\n"} {
		report := Text{Dir: dir, Context: context, Quotes: true}
		var out bytes.Buffer
		if err := report.Write(&out, rep); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.ReplaceAll(want, "AGAIN", later), out.String()); diff != "" {
			t.Errorf("context %d: %s", context, diff)
		}
	}
	bare := Text{Dir: dir, Context: -1}
	var out bytes.Buffer
	if err := bare.Write(&out, rep); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); strings.Contains(got, quote.Topic) || strings.Contains(got, quote.Text) || !strings.Contains(got, " [r]\n") {
		t.Errorf("without quotes: %s", got)
	}
	out.Reset()
	colored := Text{Dir: dir, Context: -1, Color: true, Summary: true}
	if err := colored.Write(&out, rep); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); !strings.HasPrefix(got, "\x1b[1ma.go:2:2\x1b[") || !strings.HasSuffix(got, summary(rep)) {
		t.Errorf("with colours and a summary: %q", got)
	}
	if place, file := colored.Place(at(3, 2)), colored.File(name); place != "a.go:3:2" || file != "a.go" {
		t.Errorf("got %s, %s", place, file)
	}
}

// A file is named relative to the folder only where that is shorter.
func TestName(t *testing.T) {
	for _, c := range []struct{ dir, file, want string }{
		{"/a/b", "/a/b/c.go", "c.go"},
		{"/a/b", "/a/c.go", "/a/c.go"}, // ../c.go is as long
		{"/a/b", "/c.go", "/c.go"},
		{"/long/b", "/long/c.go", "../c.go"},
		{"relative", "/a/c.go", "/a/c.go"},
		{"/a", "/a/\x1b.go", `\x1b.go`},
	} {
		text := Text{Dir: filepath.FromSlash(c.dir)}
		if got := filepath.ToSlash(text.name(filepath.FromSlash(c.file))); got != c.want {
			t.Errorf("%s in %s: %s, want %s", c.file, c.dir, got, c.want)
		}
	}
}

func TestSummary(t *testing.T) {
	of := func(rule, pkg string) finding.Finding { return finding.Finding{Rule: rule, Package: pkg} }
	one := []finding.Finding{of("r", "p")}
	for _, c := range []struct {
		rep  finding.Report
		want string
	}{
		{finding.Report{Packages: 1}, "no findings in 1 package"},
		{finding.Report{}, "no findings in 0 packages"},
		{finding.Report{Packages: 2, Findings: one}, "1 finding in 1 of 2 packages: r 1"},
		{finding.Report{Packages: 3, Findings: []finding.Finding{of("b", "p"), of("c", "p"), of("c", "q"), of("a", "q")}}, "4 findings in 2 of 3 packages: c 2, a 1, b 1"},
		{finding.Report{Packages: 1, Known: one, Allowed: 1, Generated: one, Failed: 1}, "no findings in 1 package · 1 in the baseline · 1 allowed with a reason · 1 in generated files · 1 not checked"},
		{finding.Report{Packages: 1, Cgo: []string{"a.go"}, Excluded: []string{"x", "y"}, Modules: []string{"m"}},
			"no findings in 1 package · 1 file with cgo left out: a.go · 2 folders excluded by build constraints: x, y · 1 nested module not visited: m"},
		{finding.Report{Packages: 1, Modules: strings.Split("1 2 3 4 5", " ")}, "no findings in 1 package · 5 nested modules not visited: 1, 2, 3, 4, 5"},
		{finding.Report{Packages: 1, Modules: strings.Split("1 2 3 4 5 6", " ")}, "no findings in 1 package · 6 nested modules not visited: 1, 2, 3, 4, 5, …"},
	} {
		if got := summary(&c.rep); got != "\n"+c.want+"\n" {
			t.Errorf("got %swant\n%s", got, c.want)
		}
	}
}

func TestColumns(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{{"abc", 2, "bc"}, {"abc", 3, "abc"}, {"abc", 4, "abc"}, {"a请b", 2, "请b"}, {"a请b", 1, "b"}, {"abc", 0, ""}} {
		if got := lastColumns(c.text, c.n); got != c.want {
			t.Errorf("the last %d columns of %s are %s", c.n, c.text, got)
		}
	}
	wide := strings.Repeat("请", maxColumns/2)
	for text, want := range map[string]string{wide: wide, wide + "x": wide + "…", "x" + wide: "x" + wide[:len(wide)-len("请")] + "…"} {
		if got := cut(text); got != want {
			t.Errorf("%d columns are cut to %d", columns(text), columns(got))
		}
	}
}

// writer fails, or writes to nowhere.
type writer struct{ err error }

func (w writer) Write(data []byte) (int, error) { return len(data), w.err }

// A report that cannot be written is an error in all forms.
func TestWriteFails(t *testing.T) {
	rep, site := sample(t)
	text := Text{Dir: site.Root}
	forms := map[string]func(io.Writer) error{
		"text": func(w io.Writer) error { return text.Write(w, rep) },
		"json": func(w io.Writer) error { return JSON(w, rep) },
		"none": func(w io.Writer) error { return JSON(w, &finding.Report{}) },
	}
	for name, write := range onSite {
		forms[name] = func(w io.Writer) error { return write(w, rep, site) }
	}
	broken := errors.New("broken")
	for name, write := range forms {
		if err := write(writer{broken}); !errors.Is(err, broken) {
			t.Errorf("%s: error %v", name, err)
		}
		if err := write(writer{}); err != nil {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// A suggestion takes all edits that fit, in any order; an edit may put text in at a place, or reach to the end of the file.
func TestSuggestions(t *testing.T) {
	const text = "0123456789"
	edit := func(start, end int, text string) finding.Edit {
		return finding.Edit{File: "a.go", Start: start, End: end, New: text}
	}
	for _, c := range []struct {
		name  string
		edits []finding.Edit
		want  string // what the text becomes; "" if there is no suggestion
	}{
		{"none", nil, ""},
		{"in any order", []finding.Edit{edit(8, 9, "h"), edit(2, 4, "b")}, "b4567h"},
		{"side by side", []finding.Edit{edit(2, 4, "b"), edit(4, 5, "e")}, "be"},
		{"put in", []finding.Edit{edit(3, 3, "new")}, "new"},
		{"to the end", []finding.Edit{edit(8, 10, "end")}, "end"},
		{"behind the end", []finding.Edit{edit(8, 11, "end")}, ""},
		{"backwards", []finding.Edit{edit(5, 4, "x")}, ""},
		{"one over the other", []finding.Edit{edit(2, 5, "b"), edit(4, 6, "e")}, ""},
		{"another file", []finding.Edit{{File: "b.go", Start: 1, End: 2}}, ""},
	} {
		f := finding.Finding{Pos: token.Position{Filename: "a.go"}, Fix: &finding.Fix{Edits: c.edits}}
		got := texts{"a.go": text}.suggestions(f)
		if len(got) == 0 != (c.want == "") || len(got) == 1 && got[0].Text != c.want {
			t.Errorf("%s: %+v, want %q", c.name, got, c.want)
		}
	}
	if got := (texts{}).suggestions(finding.Finding{}); got != nil {
		t.Errorf("without a fix %v", got)
	}
}
