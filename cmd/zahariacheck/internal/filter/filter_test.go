package filter

import (
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

func TestParseDiff(t *testing.T) {
	diff := strings.Join([]string{
		"diff --git a/a.go b/a.go",
		"--- a/a.go",
		"+++ b/a.go",
		"@@ -3 +3,2 @@ func f() {",
		"-old",
		"+++ b/not/a/header.go",
		"+new",
		"@@ -9,2 +10,0 @@",
		"-@@ -1 +1,99 @@",
		"-gone",
		"@@ -20 +19 @@",
		"-last",
		`\ No newline at end of file`,
		"+++ b/nor/this.go",
		`\ No newline at end of file`,
		"diff --git a/gone.go b/gone.go",
		"--- a/gone.go",
		"+++ /dev/null",
		"@@ -1 +0,0 @@",
		"-package gone",
		`diff --git "a/\303\244 \"b\".go" "b/\303\244 \"b\".go"`,
		`--- /dev/null`,
		`+++ "b/\303\244 \"b\".go"`,
		"@@ -0,0 +1,3 @@",
		"+1",
		"+2",
		"+3",
		"--- a/with blank.go\t",
		"+++ b/with blank.go\t",
		"@@ -0,0 +7 @@",
		"+x",
		"",
	}, "\n")
	got, err := parseDiff("/r", diff)
	if err != nil {
		t.Fatal(err)
	}
	want := Lines{
		filepath.FromSlash("/r/a.go"):          {{3, 4}, {19, 19}},
		filepath.FromSlash(`/r/ä "b".go`):      {{1, 3}},
		filepath.FromSlash("/r/with blank.go"): {{7, 7}},
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(span{})); d != "" {
		t.Error(d)
	}
	if _, err := parseDiff("/r", "+++ b/a.go\n@@ -1 +1,5 @@\n+a\n"); err == nil {
		t.Error("no error for a diff that is cut off")
	}
}

func TestReaches(t *testing.T) {
	warning := []finding.Finding{{Severity: analyzers.Warning}}
	for least, want := range map[analyzers.Severity]bool{analyzers.Error: false, analyzers.Warning: true, analyzers.Info: true} {
		if Reaches(warning, least) != want {
			t.Errorf("a warning reaches %s: %v", least, !want)
		}
	}
	if Reaches(nil, analyzers.Info) {
		t.Error("nothing reaches info")
	}
}

// at is a finding about a word in a file.
func at(t *testing.T, file, text, word, message string) finding.Finding {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	i := strings.Index(text, word)
	return finding.Finding{Rule: "r", Message: message,
		Pos: token.Position{Filename: file, Offset: i}, End: token.Position{Filename: file, Offset: i + len(word)}}
}

func TestBaseline(t *testing.T) {
	dir := t.TempDir()
	old := at(t, filepath.Join(dir, "a.go"), `x( "a b" )`, `"a b"`, "91 words")
	b := NewBaseline([]finding.Finding{old})
	for _, c := range []struct {
		name  string
		f     finding.Finding
		known bool
	}{
		{"another file, moved, another number", at(t, filepath.Join(dir, "b.go"), "\n\n\nx(\n\"a  b\")", `"a  b"`, "92 words"), true},
		{"other code", at(t, filepath.Join(dir, "c.go"), `x("a c")`, `"a c"`, "91 words"), false},
		{"another message", at(t, filepath.Join(dir, "d.go"), `x("a b")`, `"a b"`, "91 lines"), false},
	} {
		fresh, known := b.Sift([]finding.Finding{c.f})
		if (len(known) == 1) != c.known || len(fresh)+len(known) != 1 {
			t.Errorf("%s: known is %v", c.name, !c.known)
		}
	}
	if fresh, known := b.Sift([]finding.Finding{old, old}); len(fresh) != 1 || len(known) != 1 {
		t.Errorf("of two that are the same where one is listed, %d are known", len(known))
	}

	file := filepath.Join(dir, BaselineName)
	if err := b.Write(dir, file); err != nil {
		t.Fatal(err)
	}
	got, err := ReadBaseline(file)
	if d := cmp.Diff(b, got); d != "" || err != nil {
		t.Errorf("read what was written: %v\n%s", err, d)
	}
	for _, text := range []string{"{", "[]", "{}", `{"rule":"r","hash":"h","count":0}`, strings.Repeat("x", 1<<20)} {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadBaseline(file); err == nil || !strings.Contains(err.Error(), ":1: want") {
			t.Errorf("%.20q: error %v", text, err)
		}
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink(file, link); err != nil {
		t.Skip(err)
	}
	if err := b.Write(dir, link); err == nil {
		t.Error("a link is written to")
	}
}
