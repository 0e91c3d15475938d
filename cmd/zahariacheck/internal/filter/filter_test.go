package filter

import (
	"fmt"
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
	if got, err := parseDiff("/r", "+++ b/a.go\n@@ -1 +1 @@\n-a\n+a"); err != nil || len(got) != 1 {
		t.Errorf("the last line has no end: %v, %v", got, err)
	}
	if _, err := parseDiff("/r", "+++ \"b/a.go\n"); err == nil {
		t.Error("no error for a name whose quotes do not end")
	}
}

func TestSeverity(t *testing.T) {
	for word, ok := range map[string]bool{"error": true, "warning": true, "info": true, "Error": false, "": false} {
		if got, err := Severity(word); string(got) != word || (err == nil) != ok || !ok && err.Error() != "want one of [error warning info]" {
			t.Errorf("%q: %q, %v", word, got, err)
		}
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
	for _, text := range []string{"{", "[]", "{}", `{"rule":"r","hash":"h","count":0}`, `{"hash":"h","count":1}`, `{"rule":"r","count":1}`,
		`{"rule":"r","hash":"h","count":1,"count":"x"}`, strings.Repeat("x", 1<<20)} {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadBaseline(file); err == nil || !strings.Contains(err.Error(), ":1: want") {
			t.Errorf("%.20q: error %v", text, err)
		}
	}
	count := func(n int) (int, error) {
		put(t, file, fmt.Sprintf("\n{\"rule\":\"r\",\"hash\":\"h\",\"count\":%d}\n{\"rule\":\"r\",\"hash\":\"h\",\"count\":1}\n", n))
		b, err := ReadBaseline(file)
		return b.Total(), err
	}
	if n, err := count(maxCount); n != maxCount+1 || err != nil {
		t.Errorf("as many as can be: %d, %v", n, err)
	}
	if _, err := count(maxCount + 1); err == nil || !strings.HasPrefix(err.Error(), file+":2: want") {
		t.Errorf("one more: %v", err)
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink(file, link); err != nil {
		t.Skip(err)
	}
	if err := b.Write(dir, link); err == nil {
		t.Error("a link is written to")
	}
}

// What is no baseline by its size or kind is not read; one of just the size is.
func TestBaselineRefused(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, BaselineName)
	if _, err := ReadBaseline(file); !os.IsNotExist(err) {
		t.Errorf("no file: %v", err)
	}
	put(t, file, "")
	for size, want := range map[int64]string{maxBaseline: ":1: want", maxBaseline + 1: "is not a regular file of at most 16 MB"} {
		if err := os.Truncate(file, size); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadBaseline(file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%d bytes: %.100v, want %s", size, err, want)
		}
	}
	if _, err := ReadBaseline(dir); err == nil || !strings.Contains(err.Error(), "is not a regular file") {
		t.Errorf("a folder: %v", err)
	}
}

// A baseline is sorted by rule and hash, a finding a line.
func TestBaselineIsSorted(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, BaselineName)
	b := Baseline{{"b", "1"}: 1, {"a", "2"}: 3, {"a", "1"}: 2, {"c", "0"}: 1}
	if err := b.Write(dir, file); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(file)
	want := `{"rule":"a","hash":"1","count":2}
{"rule":"a","hash":"2","count":3}
{"rule":"b","hash":"1","count":1}
{"rule":"c","hash":"0","count":1}
`
	if string(got) != want || err != nil {
		t.Errorf("%v, got\n%s", err, got)
	}
}

// What a finding marks is its range, or the rest of its line where it has none.
func TestMarked(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.go")
	long := strings.Repeat("x", 300)
	put(t, file, "one two\nthree\n"+long)
	for _, c := range []struct {
		from, to int
		want     string
	}{
		{4, 7, "two"},
		{4, 10, "two\nth"},
		{4, 5, "t"},
		{4, 4, "two"},
		{4, 0, "two"}, // no end
		{14, 314, long},
		{300, 999, long[:14]},
		{999, 1002, ""},
	} {
		f := finding.Finding{Pos: token.Position{Filename: file, Offset: c.from}, End: token.Position{Filename: file, Offset: c.to}}
		if got := marked(f); got != c.want {
			t.Errorf("%d to %d: %q, want %q", c.from, c.to, got, c.want)
		}
	}
	if got := marked(finding.Finding{Pos: token.Position{Filename: file + "x"}}); got != "" {
		t.Errorf("of no file %q", got)
	}
}
