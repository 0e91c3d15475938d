package render

import (
	"bytes"
	"go/token"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/principles"
)

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
