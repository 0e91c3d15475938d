package ruletest

import (
	"flag"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

// Headings are those of a rule's page, in order.
var Headings = []string{
	"What it does", "Why it is bad", "The quote", "Example", "Use instead", "Options", "What it cannot see", "Measured precision",
}

// A section is a heading of a page and the text below it.
type section struct {
	heading, text string
}

// sections splits a page at its headings of level two. Lines inside fenced blocks are never headings.
func sections(page string) []section {
	var out []section
	fenced := false
	for line := range strings.Lines(page) {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		}
		if h, ok := strings.CutPrefix(line, "## "); ok && !fenced {
			out = append(out, section{heading: strings.TrimSpace(h)})
		} else if len(out) > 0 {
			out[len(out)-1].text += line
		}
	}
	return out
}

func checkPage(t *testing.T, r *rule.Rule) {
	if title, _, _ := strings.Cut(r.Doc, "\n"); title != "# "+r.Name {
		t.Errorf("the page starts with %q, not with %q", title, "# "+r.Name)
	}
	if s := r.Summary(); s == "" || strings.HasPrefix(s, "#") || !strings.HasSuffix(s, ".") {
		t.Errorf("below the title stands no sentence that sums the rule up: %q", s)
	}
	if wrong := unidiomatic(r.Summary()); wrong != "" {
		t.Errorf("in the sentence that sums the rule up: %s", wrong)
	}
	if !slices.Contains(rule.Groups, r.Group) {
		t.Errorf("the rule has no group that is known: %q", r.Group)
	}
	if r.Since == "" {
		t.Error("Rule.Since is empty")
	}
	if wd, err := os.Getwd(); err == nil && filepath.Base(wd) != r.Name {
		t.Errorf("the rule %s stands in the folder %s", r.Name, filepath.Base(wd))
	}
	var got []string
	body := map[string]string{}
	for _, s := range sections(r.Doc) {
		got = append(got, s.heading)
		body[s.heading] = s.text
		if strings.TrimSpace(s.text) == "" {
			t.Errorf("nothing stands below %q", s.heading)
		}
	}
	if !slices.Equal(got, Headings) {
		t.Errorf("headings are %q, want %q", got, Headings)
	}
	for _, id := range r.Quotes() {
		if !strings.Contains(body["The quote"], principles.Get(id).Text) {
			t.Errorf("below %q the page does not have, verbatim and on one line: %s", "The quote", principles.Get(id).Text)
		}
	}
	checkTier(t, r, body["Measured precision"])
	r.Analyzer().Flags.VisitAll(func(f *flag.Flag) {
		if want := "-" + r.Name + "." + f.Name; !strings.Contains(body["Options"], want) {
			t.Errorf("below %q the page does not tell of %s", "Options", want)
		}
	})
}

// An example is one Go block of a page, with the other files of its section: a package.
type example struct {
	path  string // its import path
	bad   bool
	files map[string]string
}

// examples reads the Go blocks below "Example" and "Use instead".
func examples(t *testing.T, page string) []example {
	var out []example
	for _, s := range sections(page) {
		if s.heading != "Example" && s.heading != "Use instead" {
			continue
		}
		bad := s.heading == "Example"
		named, unnamed := blocks(s.text)
		if len(unnamed) == 0 {
			t.Errorf("no Go code below %q", s.heading)
		}
		for i, code := range unnamed {
			e := example{path: fmt.Sprintf("page/good%d", i+1), bad: bad, files: map[string]string{"example.go": withClause(code)}}
			if bad {
				e.path = fmt.Sprintf("page/bad%d", i+1)
			}
			for name, text := range named {
				e.files[name] = text
			}
			out = append(out, e)
		}
	}
	return out
}

// blocks returns the fenced blocks of a section: those with a file name after the language, and the Go ones without.
func blocks(text string) (named map[string]string, unnamed []string) {
	named = map[string]string{}
	var info string
	var body *strings.Builder
	for line := range strings.Lines(text) {
		fence, ok := strings.CutPrefix(line, "```")
		switch {
		case ok && body == nil:
			info, body = strings.TrimSpace(fence), new(strings.Builder)
		case ok:
			if lang, name, ok := strings.Cut(info, " "); ok {
				named[name] = body.String()
			} else if lang == "go" {
				unnamed = append(unnamed, body.String())
			}
			body = nil
		case body != nil:
			body.WriteString(line)
		}
	}
	return named, unnamed
}

func withClause(code string) string {
	if _, err := parser.ParseFile(token.NewFileSet(), "", code, parser.PackageClauseOnly); err != nil {
		return "package example\n\n" + code
	}
	return code
}

func (e example) write(t *testing.T, root string) {
	for name, text := range e.files {
		file := filepath.Join(root, e.path, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func examplePaths(examples []example) []string {
	var out []string
	for _, e := range examples {
		out = append(out, e.path)
	}
	return out
}

// split tells the findings in cases from those in the examples of the page.
func split(all []finding, examples []example) (cases, onPage []finding) {
	for _, f := range all {
		if slices.Contains(examplePaths(examples), f.path) {
			onPage = append(onPage, f)
		} else {
			cases = append(cases, f)
		}
	}
	return cases, onPage
}

// checkExamples holds each bad example to have a finding, and each good one to have none.
func checkExamples(t *testing.T, examples []example, onPage []finding) {
	for _, e := range examples {
		var own []finding
		for _, f := range onPage {
			if f.path == e.path {
				own = append(own, f)
			}
		}
		switch {
		case e.bad && len(own) == 0:
			t.Errorf("the rule is silent on its bad example:\n%s", e.files["example.go"])
		case !e.bad && len(own) > 0:
			t.Errorf("the rule finds fault with its good example:\n%s%s", e.files["example.go"], render(own))
		}
	}
}
