package fix

import (
	"context"
	"crypto/sha256"
	"errors"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/internal/rewrite"
)

// A fake knows one module, and takes code to compile that holds none of some texts together.
type fake struct {
	root  string
	sums  map[string][32]byte
	clash []string
	runs  int
}

func (s *fake) Origin(file string) check.Origin {
	return check.Origin{Sum: s.sums[file], Root: s.root}
}

func (s *fake) Edited(string) ([]byte, bool) { return nil, false }

func (s *fake) Rewrite(old []byte, edits []rewrite.Edit) ([]byte, error) {
	text := string(old)
	for _, e := range slices.Backward(edits) {
		if strings.Contains(text, "\r\n") {
			e.New = strings.ReplaceAll(e.New, "\n", "\r\n")
		}
		text = text[:e.Start] + e.New + text[e.End:]
	}
	return []byte(text), nil
}

func (s *fake) Compile(_ context.Context, overlay map[string][]byte) error {
	s.runs++
	var all strings.Builder
	for _, text := range overlay {
		all.Write(text)
	}
	if len(s.clash) > 0 && !slices.ContainsFunc(s.clash, func(c string) bool { return !strings.Contains(all.String(), c) }) {
		return errors.New("clash")
	}
	return nil
}

func module(t *testing.T, files map[string]string) *fake {
	t.Helper()
	s := &fake{root: t.TempDir(), sums: map[string][32]byte{}}
	for name, text := range files {
		name = filepath.Join(s.root, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
		s.sums[name] = sha256.Sum256([]byte(text))
	}
	return s
}

// replace is a finding whose fix replaces one text in a file, which is there once, by another.
func (s *fake) replace(t *testing.T, name, from, to string) finding.Finding {
	t.Helper()
	file := filepath.Join(s.root, name)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(string(text), from)
	line := 1 + strings.Count(string(text[:at]), "\n")
	return finding.Finding{
		Message: from,
		Pos:     token.Position{Filename: file, Offset: at, Line: line, Column: at - strings.LastIndex(string(text[:at]), "\n")},
		Fix:     &finding.Fix{Edits: []finding.Edit{{File: file, Start: at, End: at + len(from), New: to}}},
	}
}

func (s *fake) text(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.root, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func reasons(p *Plan) string {
	var all []string
	for _, r := range p.Refused {
		all = append(all, r.Finding.Message+": "+r.Reason)
	}
	return strings.Join(all, "\n")
}

func TestOverlapFirstWins(t *testing.T) {
	s := module(t, map[string]string{"a.go": "one two three"})
	p := NewPlan(context.Background(), []finding.Finding{s.replace(t, "a.go", "one two", "1 2"), s.replace(t, "a.go", "two three", "2 3")}, s, "")
	if n := len(p.Write()); n != 1 || s.text(t, "a.go") != "1 2 three" {
		t.Errorf("wrote %d files, %q", n, s.text(t, "a.go"))
	}
	if left := p.Left(); len(left) != 1 || left[0].Message != "two three" || !strings.Contains(reasons(p), "overlaps") {
		t.Errorf("left %v, refused %s", left, reasons(p))
	}
}

func TestSameEditIsMadeOnce(t *testing.T) {
	s := module(t, map[string]string{"a.go": "import; one; two"})
	both := []finding.Finding{s.replace(t, "a.go", "one", "1"), s.replace(t, "a.go", "two", "2")}
	for _, f := range both {
		f.Fix.Edits = append(f.Fix.Edits, finding.Edit{File: f.Pos.Filename, Start: 6, End: 6, New: " errors"})
	}
	p := NewPlan(context.Background(), both, s, "")
	p.Write()
	if got := s.text(t, "a.go"); got != "import errors; 1; 2" || len(p.Left()) > 0 {
		t.Errorf("%q, left %v", got, p.Left())
	}
}

func TestJointlyWrong(t *testing.T) {
	s := module(t, map[string]string{"a.go": "one two", "b.go": "three", "c/c.go": "four"})
	s.clash = []string{"1", "3"}
	p := NewPlan(context.Background(), []finding.Finding{
		s.replace(t, "a.go", "one", "1"), s.replace(t, "b.go", "three", "3"), s.replace(t, "a.go", "two", "2"), s.replace(t, "c/c.go", "four", "4"),
	}, s, "")
	p.Write()
	if got := s.text(t, "a.go") + s.text(t, "b.go") + s.text(t, "c/c.go"); got != "1 2three4" {
		t.Errorf("got %q", got)
	}
	if got := reasons(p); got != "three: clash" {
		t.Errorf("refused %q", got)
	}
}

// The loser of an overlap gets its chance when the winner does not compile.
func TestOverlapWithOneThatDoesNotCompile(t *testing.T) {
	s := module(t, map[string]string{"a.go": "one two three"})
	s.clash = []string{"bad"}
	p := NewPlan(context.Background(), []finding.Finding{s.replace(t, "a.go", "one two", "bad"), s.replace(t, "a.go", "two three", "2 3")}, s, "")
	p.Write()
	if got := s.text(t, "a.go"); got != "one 2 3" {
		t.Errorf("got %q", got)
	}
}

func TestGuard(t *testing.T) {
	root := filepath.FromSlash("/src/app")
	for _, c := range []struct {
		name   string
		origin check.Origin
		want   string
	}{
		{"/src/app/a/a.go", check.Origin{Root: root}, ""},
		{"/src/app/a.go", check.Origin{}, "does not belong to a main module"},
		{"/cache/cgo.go", check.Origin{Root: root}, "outside its module"},
		{"/src/app/vendor/x/x.go", check.Origin{Root: root}, "is in vendor"},
		{"/src/app/.git/x.go", check.Origin{Root: root}, "is in .git"},
		{"/src/app/_old/x.go", check.Origin{Root: root}, "is in _old"},
		{"/src/app/a.go", check.Origin{Root: root, Generated: true}, "generated"},
		{"/mod/x@v1/x.go", check.Origin{Root: filepath.FromSlash("/mod/x@v1")}, "module cache"},
	} {
		err := Guard(filepath.FromSlash(c.name), c.origin, filepath.FromSlash("/mod"))
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestRefused(t *testing.T) {
	s := module(t, map[string]string{"a.go": "one two", "b.go": "three", "out.go": "four", "vendor/v.go": "five"})
	empty, several, outside, twice := s.replace(t, "a.go", "one", ""), s.replace(t, "a.go", "one", "1"), s.replace(t, "a.go", "one", ""), s.replace(t, "a.go", "one", "")
	empty.Fix.Edits = nil
	several.Fix.Edits = append(several.Fix.Edits, s.replace(t, "b.go", "three", "3").Fix.Edits...)
	outside.Fix.Edits[0].End = 100
	twice.Fix.Edits = append(twice.Fix.Edits, finding.Edit{File: twice.Pos.Filename, Start: 1, End: 2})
	before, backwards := s.replace(t, "a.go", "one", ""), s.replace(t, "a.go", "one", "")
	before.Fix.Edits[0].Start = -1
	backwards.Fix.Edits[0].Start = 4
	linked := s.replace(t, "b.go", "three", "3")
	linked.Fix.Edits[0].File = filepath.Join(s.root, "link.go")
	if err := os.Symlink(filepath.Join(s.root, "b.go"), linked.Fix.Edits[0].File); err != nil {
		t.Skip(err)
	}
	for want, f := range map[string]finding.Finding{
		"cgo translates": empty, "edits several files": several, "do not fit": outside, "do not fit the": before, "not fit the file": backwards,
		"its edits": twice, "is a symbolic link": linked, "is in vendor": s.replace(t, "vendor/v.go", "five", "5"),
	} {
		p := NewPlan(context.Background(), []finding.Finding{f}, s, "")
		if n := len(p.Write()); n != 0 || !strings.Contains(reasons(p), want) || len(p.Failures) > 0 || len(p.Left()) != 1 {
			t.Errorf("wrote %d, refused %q, failures %v; want %q", n, reasons(p), p.Failures, want)
		}
	}
	if s.runs > 0 {
		t.Error("it compiled though there was nothing to")
	}
}

func TestChangedMeanwhile(t *testing.T) {
	s := module(t, map[string]string{"a.go": "one", "b.go": "two"})
	both := []finding.Finding{s.replace(t, "a.go", "one", "1"), s.replace(t, "b.go", "two", "2")}
	edit := func(name, text string) {
		if err := os.WriteFile(filepath.Join(s.root, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	edit("a.go", "eno")
	p := NewPlan(context.Background(), both, s, "")
	edit("b.go", "owt")
	if n := len(p.Write()); n != 0 || len(p.Failures) != 2 || len(p.Left()) != 2 {
		t.Errorf("wrote %d files, failures %v, left %v", n, p.Failures, p.Left())
	}
	for _, err := range p.Failures {
		if !strings.Contains(err.Error(), "changed meanwhile") {
			t.Error(err)
		}
	}
	if got := s.text(t, "a.go") + s.text(t, "b.go"); got != "enoowt" {
		t.Errorf("got %q", got)
	}
}

// A file that cannot be written costs its own fixes and is a failure; others are written.
func TestWriteFails(t *testing.T) {
	s := module(t, map[string]string{"a.go": "one", "b.go": "two"})
	p := NewPlan(context.Background(), []finding.Finding{s.replace(t, "a.go", "one", "1"), s.replace(t, "b.go", "two", "2")}, s, "")
	a := filepath.Join(s.root, "a.go")
	if err := errors.Join(os.Remove(a), os.Mkdir(a, 0o755)); err != nil {
		t.Fatal(err)
	}
	if n := len(p.Write()); n != 1 || len(p.Failures) != 1 || !strings.Contains(p.Failures[0].Error(), "cannot fix "+a) {
		t.Errorf("wrote %d files, failures %v", n, p.Failures)
	}
	if left := p.Left(); len(left) != 1 || left[0].Message != "one" || s.text(t, "b.go") != "2" {
		t.Errorf("left %v, b.go %q", left, s.text(t, "b.go"))
	}
}

func TestInterrupted(t *testing.T) {
	s := module(t, map[string]string{"a.go": "one"})
	ctx, cancel := context.WithCancel(context.Background())
	p := NewPlan(ctx, []finding.Finding{s.replace(t, "a.go", "one", "1")}, s, "")
	cancel()
	if n := len(p.Write()); n != 0 || s.text(t, "a.go") != "one" || len(p.Failures) != 1 {
		t.Errorf("wrote %d files, failures %v", n, p.Failures)
	}
}

func TestOnlyTheEditChanges(t *testing.T) {
	s := module(t, map[string]string{"a.go": "\ufeffone\r\n\ttwo  \r\nthree\n"})
	p := NewPlan(context.Background(), []finding.Finding{s.replace(t, "a.go", "two", "2\n2")}, s, "")
	p.Write()
	if got := s.text(t, "a.go"); got != "\ufeffone\r\n\t2\r\n2  \r\nthree\n" {
		t.Errorf("got %q", got)
	}
}

func TestLeftMoves(t *testing.T) {
	s := module(t, map[string]string{"a.go": "x one\ntwo three\nfour\n"})
	stays := s.replace(t, "a.go", "three", "3")
	stays.Fix = nil
	stays.Trace = []finding.Step{{Pos: s.replace(t, "a.go", "four", "").Pos}}
	p := NewPlan(context.Background(), []finding.Finding{s.replace(t, "a.go", "one\ntwo ", "1\n\n2 "), stays}, s, "")
	if got := p.Unplanned()[0].Pos.Line; got != 2 {
		t.Errorf("before it is written it is on line %d", got)
	}
	p.Write()
	left := p.Left()[0]
	if left.Pos.Line != 3 || left.Pos.Column != 3 || left.Pos.Offset != strings.Index(s.text(t, "a.go"), "three") || left.Trace[0].Pos.Line != 4 {
		t.Errorf("at %+v, trace at %+v", left.Pos, left.Trace[0].Pos)
	}
	if stays.Trace[0].Pos.Line != 3 {
		t.Error("the given finding was changed")
	}
}
