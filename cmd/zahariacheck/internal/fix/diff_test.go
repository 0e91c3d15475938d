package fix

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// What patch makes of the old file by the diff is what Write writes.
func TestDiff(t *testing.T) {
	patch, err := exec.LookPath("patch")
	if err != nil {
		t.Skip("patch is not installed")
	}
	long := strings.Repeat("line\n", 10)
	for name, c := range map[string]struct{ text, from, to string }{
		"one line":          {"a\nb\nc\n", "b", "B"},
		"lines joined":      {"a\nb\nc\n", "b\nc", "bc"},
		"line deleted":      {"a\nb\nc\n", "b\n", ""},
		"first line":        {"b\nc\n", "b\n", ""},
		"last line":         {"a\nb\n", "b\n", ""},
		"all":               {"b\n", "b\n", ""},
		"line inserted":     {long + "b\n" + long, "b", "new\nb"},
		"no newline":        {"a\nb", "b", "B"},
		"newline lost":      {"a\nb\n", "b\n", "b"},
		"newline won":       {"a\nb", "b", "b\n"},
		"appended":          {"a\n", "", "b\n"},
		"far apart":         {long + "x\n" + long + "b\n" + long, "b", "B\nB"},
		"carriage returns":  {"a\r\nb\r\nc\r\n", "b", "B"},
		"near":              {"x\na\na\nb\n", "b", "B"},
		"middle of no line": {"abc", "b", "\n"},
	} {
		s := module(t, map[string]string{"d/a.go": c.text})
		fixes := []finding.Finding{s.replace(t, "d/a.go", c.from, c.to)}
		if c.from == "" {
			fixes[0].Fix.Edits[0].Start, fixes[0].Fix.Edits[0].End = len(c.text), len(c.text)
		}
		if strings.Contains(c.text, "x\n") {
			fixes = append(fixes, s.replace(t, "d/a.go", "x\n", "X\nY\n"))
		}
		p := NewPlan(context.Background(), fixes, s, "")
		diff := p.Diff(s.root)
		if !strings.HasPrefix(string(diff), "--- a/d/a.go\n+++ b/d/a.go\n@@ -") {
			t.Errorf("%s: diff\n%s", name, diff)
		}
		other := module(t, map[string]string{"d/a.go": c.text})
		cmd := exec.Command(patch, "-p1", "--binary", "-s", "--fuzz=0")
		cmd.Dir, cmd.Stdin = other.root, strings.NewReader(string(diff))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: patch: %v\n%s\n%s", name, err, out, diff)
			continue
		}
		p.Write()
		want := s.text(t, "d/a.go")
		if got, err := os.ReadFile(filepath.Join(other.root, "d/a.go")); string(got) != want && !(want == "" && os.IsNotExist(err)) {
			t.Errorf("%s: patched %q, written %q\n%s", name, got, want, diff)
		}
	}
}

// A diff in the log of a CI runner commands it nothing. What is not shown stays a finding.
func TestDiffHoldsNoCommands(t *testing.T) {
	for text, inert := range map[string]bool{
		"\t::error::x\nb\n":               false,
		"::set-output name=x::y\nb\n":     false,
		"b\n// x\r ::error::x\n":          false,
		"\u3000::error::x\nb\n":           false,
		"b // ##[error]x\n":               false,
		"b\n// ##vso[task.x]\n":           false,
		"a\n\n\n\n\n::error::x\nb\n":      false,
		"::error::x\na\na\na\nb\n":        true,
		"::: note\nb\n":                   true,
		"x ::error::y\r\nb\r\n::x\r\n":    true,
		"// #[x] # [y] vso[z] ::a::\nb\n": true,
	} {
		s := module(t, map[string]string{"a.go": text, "z.go": "zero"})
		p := NewPlan(context.Background(), []finding.Finding{s.replace(t, "a.go", "b", "B"), s.replace(t, "z.go", "zero", "0")}, s, "")
		diff := string(p.Diff(s.root))
		left := p.Unplanned()
		if strings.Contains(diff, "a/a.go") != inert || (len(left) == 0) != inert || !inert && (len(left) != 1 || left[0].Message != "b") || (len(p.Failures) == 0) != inert {
			t.Errorf("%q: inert %v, failures %v, unplanned %v, diff\n%s", text, inert, p.Failures, left, diff)
		}
		if !strings.Contains(diff, "+++ b/z.go") {
			t.Errorf("%q: the other file is lost", text)
		}
	}
}
