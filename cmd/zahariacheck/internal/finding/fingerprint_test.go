package finding

import (
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The first cases are those of github/codeql-action, src/fingerprints.test.ts.
func TestLineHashes(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", []string{"c129715d7a2bc9a3:1"}},
		{" a\nb\n  \t\tc\n d", []string{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"}},
		{" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End", []string{"8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1", "b86d3392aea1be30:1", "e6ceba753e1a442:1"}},
	} {
		for _, newline := range []string{"\n", "\r\n", "\r"} {
			if got := lineHashes(strings.ReplaceAll(c.text, "\n", newline)); !slices.Equal(got, c.want) {
				t.Errorf("%q with %q:\ngot  %q\nwant %q", c.text, newline, got, c.want)
			}
		}
	}
	x := strings.Repeat("x\n", 200)
	got := lineHashes(x)
	if len(got) != 201 || !strings.HasSuffix(got[99], ":100") || strings.HasSuffix(got[199], ":200") {
		t.Errorf("equal lines are not counted: %q", got)
	}
}

func TestFingerprints(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.go")
	prints := func(text string, line int) []string {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		at := func(name string, line int) Finding {
			return Finding{Pos: token.Position{Filename: name, Line: line}}
		}
		return Fingerprints([]Finding{at(file, line), at(file, line), at(file, 99), at(file, 0), at(file+"x", 1)})
	}
	before := prints("package a\n\nvar x = 1\n", 3)
	if before[0] == "" || before[0] != before[1] || before[2] != "" || before[3] != "" || before[4] != "" {
		t.Errorf("%q", before)
	}
	if after := prints("package a\n\n// new\nvar\tx  =  1\n", 4); !slices.Equal(before, after) {
		t.Errorf("%q became %q", before, after)
	}
	if last := prints("package a\n\nvar x = 1", 3); last[0] == "" {
		t.Error("the last line has no fingerprint")
	}
}
