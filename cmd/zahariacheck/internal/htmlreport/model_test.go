package htmlreport

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/page"
	"github.com/zahariacheck/zahariacheck/principles"
)

// The overview: which parts, principles, rules and files have how many findings, in which order, and how they are called.
func TestOverview(t *testing.T) {
	dir, all := t.TempDir(), principles.All()
	few, many, other := all[0], all[1], all[len(all)-1]
	if few.Part != many.Part || few.Part == other.Part {
		t.Fatal("the quotes stand in other parts than this test wants")
	}
	of := func(rule string, quote principles.Quote, pkg, file string) finding.Finding {
		f := finding.Finding{Rule: rule, Quote: quote, Severity: analyzers.Warning, Package: pkg}
		f.Pos.Filename, f.Pos.Line, f.Pos.Column = file, 1, 2
		return f
	}
	rep := &finding.Report{Packages: 5, Findings: []finding.Finding{
		of("vendorlock", few, "p", filepath.Join(dir, "a.go")),
		of("closedswitch", many, "p", filepath.Join(dir, "sub", "b.go")),
		of("closedswitch", many, "q", filepath.Join(dir, "sub", "b.go")),
		of("modelsniffing", many, "q", filepath.Join(dir, "sub", "b.go")),
		of("hardcodedprompt", other, "q", filepath.Join(filepath.Dir(dir), "c.go")),
		of("vendorlock", few, "q", filepath.Join(dir, "a.go")),
	}}
	p := newPage(rep, Options{Dir: dir})
	var got []string
	for _, part := range p.Parts {
		for _, q := range part.Principles {
			for _, r := range q.Rules {
				line := fmt.Sprintf("part %d: %d, %d%%; %s: %d; %s:", part.Number, part.Findings, part.Hundreds, q.ID, q.Findings, r.Name)
				for _, f := range r.Findings {
					line += " " + f.ID + " " + f.Place
				}
				got = append(got, line)
			}
		}
	}
	outside := filepath.Join(filepath.Dir(dir), "c.go")
	want := []string{
		fmt.Sprintf("part %d: 5, 100%%; %s: 3; closedswitch: finding-2 sub/b.go:1:2 finding-3 sub/b.go:1:2", many.Part, many.ID),
		fmt.Sprintf("part %d: 5, 100%%; %s: 3; modelsniffing: finding-4 sub/b.go:1:2", many.Part, many.ID),
		fmt.Sprintf("part %d: 5, 100%%; %s: 2; vendorlock: finding-1 a.go:1:2 finding-6 a.go:1:2", few.Part, few.ID),
		fmt.Sprintf("part %d: 1, 20%%; %s: 1; hardcodedprompt: finding-5 %s:1:2", other.Part, other.ID, outside),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if want := []count{{"sub/b.go", 3, 100, "finding-2"}, {"a.go", 2, 66, "finding-1"}, {outside, 1, 33, "finding-5"}}; p.In != 2 || cmp.Diff(want, p.Files) != "" {
		t.Errorf("findings in %d packages, %s", p.In, cmp.Diff(want, p.Files))
	}
	for i, part := range p.Parts {
		if part.Number != i+1 || part.Title == "" || part.Findings == 0 && part.Hundreds != 0 {
			t.Errorf("part %d of the profile is %+v", i+1, part)
		}
	}
}

// Files beyond the first eight are counted.
func TestMoreFiles(t *testing.T) {
	for n, more := range map[int]int{maxFiles - 1: 0, maxFiles: 0, maxFiles + 1: 1, maxFiles + 3: 3} {
		rep := &finding.Report{}
		for i := range n {
			f := finding.Finding{Rule: "vendorlock", Quote: principles.Get(principles.LockIn)}
			f.Pos.Filename = fmt.Sprintf("%d.go", i)
			rep.Findings = append(rep.Findings, f)
		}
		if p := newPage(rep, Options{}); p.MoreFiles != more || len(p.Files) != n-more {
			t.Errorf("of %d files %d are shown and %d counted", n, len(p.Files), p.MoreFiles)
		}
	}
}

// A section has the words and examples of its own rule's page; a rule that is none of ours has none.
func TestSections(t *testing.T) {
	for _, r := range analyzers.Rules() {
		section := new(principle).rule(finding.Finding{Rule: r.Name, URL: r.Analyzer().URL})
		blocks := page.Section(r.Doc, page.Why)
		if section.Summary != r.Summary() || section.URL != r.Analyzer().URL || len(section.Why) != len(blocks) {
			t.Errorf("the section of %s is %+v", r.Name, section)
		}
		for i, p := range section.Why {
			if p.Item != (blocks[i].Kind == page.Item) {
				t.Errorf("%s: is %q an item: %v", r.Name, blocks[i].Text, p.Item)
			}
		}
	}
	if got := new(principle).rule(finding.Finding{Rule: "nosuch"}); got.Name != "nosuch" || got.Summary != "" || got.Why != nil || got.Before != nil || got.After != nil {
		t.Errorf("a rule that is none of ours has %+v", got)
	}
}

func TestExamples(t *testing.T) {
	lines := func(n int) string { return strings.Repeat("if\n", n) }
	got := examples([]page.Block{
		{Kind: page.Paragraph, Text: "if"},
		{Kind: page.Code, Lang: "go", Text: lines(maxExample)},
		{Kind: page.Code, Lang: "text", File: "a.txt", Text: lines(maxExample + 2)},
	})
	if len(got) != 2 || len(got[0].Lines) != maxExample || got[0].More != 0 || got[0].File != "" || len(got[1].Lines) != maxExample || got[1].More != 2 || got[1].File != "a.txt" {
		t.Fatalf("got %+v", got)
	}
	if code, text := got[0].Lines[0].Spans[0].Class, got[1].Lines[0].Spans[0].Class; code != "key" || text != "" {
		t.Errorf("code has the class %q, text %q", code, text)
	}
}

func TestProse(t *testing.T) {
	want := []span{{Text: "call "}, {Class: "name", Text: "f"}, {Text: " or "}, {Class: "name", Text: "g"}, {}}
	if diff := cmp.Diff(want, spansOfProse("call `f` or `g`")); diff != "" {
		t.Error(diff)
	}
}

// A page that cannot be written is an error.
func TestWriteFails(t *testing.T) {
	broken := errors.New("broken")
	if err := Write(writer{broken}, new(finding.Report), Options{}); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}

type writer struct{ err error }

func (w writer) Write([]byte) (int, error) { return 0, w.err }
