package filter

import (
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

func TestDifference(t *testing.T) {
	for name, c := range map[string]struct {
		old, now string
		want     []span
	}{
		"same":            {"a\nb\n", "a\nb\n", nil},
		"changed":         {"a\nb\nc\n", "a\nB\nc\n", []span{{2, 2}}},
		"added":           {"a\nc\n", "a\nb\nb\nc\n", []span{{2, 3}}},
		"removed":         {"a\nb\nc\n", "a\nc\n", nil},
		"near":            {"a\nb\nc\nd\ne\n", "A\nb\nC\nd\nE\nf\n", []span{{1, 1}, {3, 3}, {5, 6}}},
		"from nothing":    {"", "a\nb\n", []span{{1, 2}}},
		"line ends":       {"a\nb\n", "a\r\nb\r\nc\r\n", []span{{3, 3}}},
		"no end":          {"a\nb", "a\nb\n", nil},
		"no end any more": {"a\nb\n", "a\nb", nil},
		"zero byte":       {"a\x00\nb\n", "a\nb\n", []span{{1, 1}}},
	} {
		if got := addedLines(c.old, c.now).lines; !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
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
		if HasAtLeast(warning, least) != want {
			t.Errorf("a warning reaches %s: %v", least, !want)
		}
	}
	if HasAtLeast(nil, analyzers.Info) {
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
		fresh, known := b.Split([]finding.Finding{c.f})
		if (len(known) == 1) != c.known || len(fresh)+len(known) != 1 {
			t.Errorf("%s: known is %v", c.name, !c.known)
		}
	}
	if fresh, known := b.Split([]finding.Finding{old, old}); len(fresh) != 1 || len(known) != 1 {
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
	b := Baseline{{"b", "1"}: {1, ""}, {"a", "2"}: {3, "plan9/arm test"}, {"a", "1"}: {2, ""}, {"c", "0"}: {1, ""}}
	if err := b.Write(dir, file); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(file)
	want := `{"rule":"a","hash":"1","count":2}
{"rule":"a","hash":"2","count":3,"when":"plan9/arm test"}
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
		if got := markedCode(f); got != c.want {
			t.Errorf("%d to %d: %q, want %q", c.from, c.to, got, c.want)
		}
	}
	if got := markedCode(finding.Finding{Pos: token.Position{Filename: file + "x"}}); got != "" {
		t.Errorf("of no file %q", got)
	}
}
