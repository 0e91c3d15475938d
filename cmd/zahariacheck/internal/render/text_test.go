package render

import (
	"bytes"
	"errors"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"slices"
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

// The form of go vet -json: by package and rule, with failures below our own name, the first of a package only.
func TestJSON(t *testing.T) {
	quote := principles.Get(principles.LockIn)
	at := func(column int) token.Position { return token.Position{Filename: "a.go", Line: 1, Column: column} }
	f := finding.Finding{Rule: "r", Quote: quote, Package: "q", Message: "m", Pos: at(1), End: at(2)}
	traced := f
	traced.Trace = []finding.Step{{Pos: at(5), End: at(6), Message: "here"}}
	traced.Fix = &finding.Fix{Message: "do", Edits: []finding.Edit{{File: "a.go", Start: 1, End: 2, New: "x"}}}
	empty := f
	empty.Fix = &finding.Fix{Message: "by hand"}
	rep := &finding.Report{
		Findings: []finding.Finding{traced, empty, f},
		Failures: []finding.Failure{{Package: "p", Reason: "first"}, {Package: "p", Reason: "second"}, {Package: "q", Reason: "third"}},
	}
	var out bytes.Buffer
	if err := JSON(&out, rep); err != nil {
		t.Fatal(err)
	}
	bare := `{"category":"lock-in","posn":"a.go:1:1","end":"a.go:1:2","message":MESSAGE}`
	want := `{"p":{"zahariacheck":{"error":"first"}}}{"q":{"r":[` +
		`{"category":"lock-in","posn":"a.go:1:1","end":"a.go:1:2","message":MESSAGE,"suggested_fixes":[{"message":"do","edits":[{"filename":"a.go","start":1,"end":2,"new":"x"}]}],"related":[{"posn":"a.go:1:5","end":"a.go:1:6","message":"here"}]},` +
		bare + `,` + bare + `],"zahariacheck":{"error":"third"}}}`
	message, err := plain(f.Cited())
	if err != nil {
		t.Fatal(err)
	}
	want = strings.ReplaceAll(want, "MESSAGE", string(message))
	if diff := cmp.Diff(decodeLines[any](t, want), decodeLines[any](t, out.String())); diff != "" {
		t.Error(diff)
	}
	out.Reset()
	if err := JSON(&out, &finding.Report{}); err != nil || out.String() != "{}\n" {
		t.Errorf("nothing is %q, %v", out.String(), err)
	}
	out.Reset()
	if err := JSONLines(&out, &finding.Report{Findings: []finding.Finding{empty}}, Site{}); err != nil || strings.Contains(out.String(), "fix") {
		t.Errorf("a fix without edits: %s, %v", out.String(), err)
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

// Columns of UTF-16 are those of the file, as far as it has the line, and else stay as they are.
func TestUTF16(t *testing.T) {
	files := texts{"a.go": "aé𐐀b\nx"}
	for _, c := range []struct{ line, column, want int }{
		{1, 0, 1}, {1, 1, 1}, {1, 2, 2}, {1, 4, 3}, {1, 8, 5}, {1, 9, 6}, {1, 10, 10}, {2, 2, 2}, {2, 3, 3}, {3, 2, 2},
	} {
		if got := files.utf16(token.Position{Filename: "a.go", Line: c.line, Column: c.column}); got != c.want {
			t.Errorf("%d:%d is column %d, want %d", c.line, c.column, got, c.want)
		}
	}
	for offset, want := range map[int]string{0: "a.go:1:1", 1: "a.go:1:2", 8: "a.go:1:9", 9: "a.go:2:1", 10: "a.go:2:2", 99: "a.go:2:2"} {
		if got := files.position("a.go", offset).String(); got != want {
			t.Errorf("byte %d is at %s, want %s", offset, got, want)
		}
	}
}

// A review is as long as GitHub takes, and not a byte longer.
func TestReviewFits(t *testing.T) {
	site := Site{Root: "/r"}
	f := finding.Finding{Rule: "r", Quote: principles.Get(principles.LockIn), Pos: token.Position{Filename: "/r/a.go", Line: 1}}
	review := func(message, reason int) string {
		f.Message = strings.Repeat("x", message)
		rep := &finding.Report{Packages: 1, Findings: []finding.Finding{f}}
		if reason > 0 {
			rep.Failures = []finding.Failure{{Package: "p", Reason: strings.Repeat("y", reason)}}
		}
		return written(t, Review, rep, site)
	}
	if got := review(1, 0); strings.Contains(got, "Not checked") || strings.Contains(got, "no room") {
		t.Errorf("got %s", got)
	}
	room := maxReview - len(review(0, 0))
	if got := review(room, 0); len(got) != maxReview || !strings.Contains(got, "\n- **") {
		t.Errorf("%d bytes, the end is %q", len(got), got[len(got)-50:])
	}
	if got := review(room+1, 0); strings.Contains(got, "\n- **") || !strings.HasSuffix(got, "\n1 finding more: there is no room for them here.\n") {
		t.Errorf("%d bytes, the end is %q", len(got), got[len(got)-50:])
	}
	if got := review(room, 1); len(got) != maxReview {
		t.Errorf("where there is no room for what is not checked, there is %q", got[maxReview:])
	}
	room = maxReview - len(review(1, 1))
	for reason, want := range map[int]bool{room + 1: true, room + 2: false} {
		if got := review(1, reason); strings.Contains(got, "yyy") != want || len(got) > maxReview || !strings.Contains(got, "### Not checked") {
			t.Errorf("%d bytes, a failure is listed: %v", len(got), !want)
		}
	}
	rep := &finding.Report{Packages: 1, Untrusted: []string{"a *line*"}}
	if got := written(t, Review, rep, site); !strings.HasSuffix(got, "\n- Not trusted: a \\*line\\*\n") {
		t.Errorf("got %q", got)
	}
}

// What acts on a terminal, or is a command to a runner, is escaped in JSON; decoding gives it back.
func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		"a~é\u00a0":             "\"a~é\u00a0\"",
		"\x7f\u0080\u202e":      `"\u007f\u0080\u202e"`,
		"\U000e0001":            `"\udb40\udc01"`,
		"##[error] ##vso[x] #[": `"##\u005berror] ##vso\u005bx] #["`,
	} {
		got, err := plain(text)
		if err != nil || string(got) != want {
			t.Errorf("%q is %s, %v", text, got, err)
		}
		if back := decodeLines[string](t, string(got)); !slices.Equal(back, []string{text}) {
			t.Errorf("%q came back as %q", text, back)
		}
	}
	if _, err := plain(func() {}); err == nil {
		t.Error("what is no JSON is taken")
	}
}
