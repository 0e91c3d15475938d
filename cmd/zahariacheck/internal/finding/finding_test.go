package finding

import (
	"go/token"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/principles"
)

func TestNew(t *testing.T) {
	r, quote := analyzers.Rules()[0], principles.Get(principles.LockIn)
	at := func(p token.Pos) token.Position { return token.Position{Filename: "a.go", Offset: int(p)} }
	d := analysis.Diagnostic{
		Pos: 3, Category: "lock-in", Message: "bad — " + quote.Citation(),
		Related: []analysis.RelatedInformation{{Pos: 5, End: 7, Message: "starts here"}, {Pos: 8, Message: "ends here"}},
	}
	want := Finding{
		Rule: r.Name, Group: r.Group, Quote: quote, Severity: analyzers.Warning, Confidence: analyzers.Sure, URL: r.Analyzer().URL + "#lock-in", Package: "p", Message: "bad",
		Pos: at(3), End: at(3),
		Trace: []Step{{Pos: at(5), End: at(7), Message: "starts here"}, {Pos: at(8), End: at(8), Message: "ends here"}},
	}
	got := New(r, new(analyzers.Result), "p", at, d)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got.Cited() != d.Message {
		t.Errorf("cited it is %q", got.Cited())
	}
	d.SuggestedFixes = []analysis.SuggestedFix{{Message: "Do", TextEdits: []analysis.TextEdit{{Pos: 4, End: 6, NewText: []byte("x")}, {Pos: 9, NewText: []byte("y")}}}, {Message: "Or do that"}}
	want.Fix = &Fix{Message: "Do", Edits: []Edit{{"a.go", 4, 6, "x"}, {"a.go", 9, 9, "y"}}}
	if diff := cmp.Diff(want, New(r, new(analyzers.Result), "p", at, d)); diff != "" {
		t.Error(diff)
	}
}

// Findings go by file, line, column, rule and message, and of the packages that say the same the first stays.
func TestSort(t *testing.T) {
	in := func(pkg, file string, line, column int, rule, message string) Finding {
		return Finding{Package: pkg, Pos: token.Position{Filename: file, Line: line, Column: column}, Rule: rule, Message: message}
	}
	want := []Finding{
		in("p", "a.go", 2, 9, "s", "n"),
		in("p", "a.go", 10, 2, "s", "n"),
		in("p", "a.go", 10, 10, "r", "n"),
		in("p", "a.go", 10, 10, "s", "m"),
		in("p", "a.go", 10, 10, "s", "n"),
		in("a", "b.go", 1, 1, "a", "a"),
	}
	again := want[4]
	again.Package = "p [p.test]"
	input := slices.Clone(want)
	for range len(want) {
		input = append(input[1:], input[0])
		if diff := cmp.Diff(want, Sort(append([]Finding{again}, input...))); diff != "" {
			t.Error(diff)
		}
	}
}

func TestOverlaps(t *testing.T) {
	for _, c := range []struct {
		a, b Edit
		want bool
	}{
		{Edit{Start: 1, End: 3}, Edit{Start: 2, End: 4}, true},
		{Edit{Start: 1, End: 9}, Edit{Start: 2, End: 4}, true},
		{Edit{Start: 1, End: 3}, Edit{Start: 3, End: 4}, false},
		{Edit{Start: 1, End: 3}, Edit{Start: 5, End: 6}, false},
		{Edit{Start: 1, End: 3}, Edit{Start: 2, End: 2}, true},
		{Edit{Start: 1, End: 3}, Edit{Start: 1, End: 1}, false}, // before it
		{Edit{Start: 1, End: 3}, Edit{Start: 3, End: 3}, false}, // behind it
		{Edit{Start: 1, End: 1}, Edit{Start: 1, End: 1}, true},
		{Edit{Start: 1, End: 1}, Edit{Start: 2, End: 2}, false},
	} {
		if c.a.Overlaps(c.b) != c.want || c.b.Overlaps(c.a) != c.want {
			t.Errorf("%d-%d and %d-%d overlap: %v and %v, want %v", c.a.Start, c.a.End, c.b.Start, c.b.End, c.a.Overlaps(c.b), c.b.Overlaps(c.a), c.want)
		}
	}
}
