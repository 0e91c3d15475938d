package page

import (
	"slices"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

const doc = "# name\n\nSummary.\n\n## Why it is bad\n\nOne\nline.\n\nTwo:\n- first\n  goes on\n- second\n\n## Example\n\n```go\n# no heading\n\nx\n```\n\n```text a.txt\n- y\n```\n"

func TestSection(t *testing.T) {
	for title, want := range map[string][]Block{
		Why: {{Text: "One line."}, {Text: "Two:"}, {Kind: Item, Text: "first goes on"}, {Kind: Item, Text: "second"}},
		Before: {
			{Kind: Code, Lang: "go", Text: "# no heading\n\nx\n"},
			{Kind: Code, Lang: "text", File: "a.txt", Text: "- y\n"},
		},
		After: nil,
	} {
		if got := Section(doc, title); !slices.Equal(got, want) {
			t.Errorf("%s: got %+v, want %+v", title, got, want)
		}
	}
}

// A page without these would leave a hole in every report.
func TestEveryRule(t *testing.T) {
	isCode := func(b Block) bool { return b.Kind == Code && b.Text != "" }
	for _, r := range analyzers.Rules() {
		if len(Section(r.Doc, Why)) == 0 {
			t.Errorf("%s does not say why it matters", r.Name)
		}
		for _, title := range []string{Before, After} {
			if !slices.ContainsFunc(Section(r.Doc, title), isCode) {
				t.Errorf("%s has no code below %q", r.Name, title)
			}
		}
	}
}
