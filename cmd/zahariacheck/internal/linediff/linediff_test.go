package linediff

import (
	"testing"

	"github.com/zahariacheck/zahariacheck/internal/rewrite"
)

func TestQuoted(t *testing.T) {
	for name, want := range map[string]string{"a/b c.go": "a/b c.go", "a/\x1b.go": `"a/\x1b.go"`, "a/\"": `"a/\""`} {
		if got := quoted(name); got != want {
			t.Errorf("%q: %s", name, got)
		}
	}
}

// Lines that an edit touches and leaves as they were are no change.
func TestChanges(t *testing.T) {
	const old = "one\ntwo\nthree\n"
	for _, c := range []struct {
		edit     rewrite.Edit
		from, to int
		new      string
	}{
		{rewrite.Edit{Start: 4, End: 7, New: "zwei"}, 1, 2, "zwei\n"},
		{rewrite.Edit{Start: 0, End: 7, New: "one\nzwei"}, 1, 2, "zwei\n"},
		{rewrite.Edit{Start: 4, End: 4, New: "new\n"}, 1, 1, "new\n"},
		{rewrite.Edit{Start: 4, End: 8}, 1, 2, ""},
	} {
		got := Changes([]byte(old), []rewrite.Edit{c.edit})
		if len(got) != 1 || got[0].From != c.from || got[0].To != c.to || len(got[0].Old) != c.to-c.from {
			t.Errorf("%+v: %+v", c.edit, got)
			continue
		}
		text := ""
		for _, line := range got[0].New {
			text += line
		}
		if text != c.new {
			t.Errorf("%+v: new lines %q, want %q", c.edit, text, c.new)
		}
	}
	if got := Unified("a.go", []byte(old), []rewrite.Edit{{Start: 0, End: 3, New: "one"}}); got != nil {
		t.Errorf("the diff of nothing is %s", got)
	}
}
