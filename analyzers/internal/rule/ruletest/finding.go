package ruletest

import (
	"fmt"
	"go/scanner"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

// A finding is a diagnostic with all its positions resolved.
type finding struct {
	analysis.Diagnostic
	pkg, path string // the package's ID and import path
	pos, end  token.Position
	own       bool // it lies in a file of its package
	related   []string
	edits     []edit
	dir       string
}

// An edit replaces the bytes from start to end of a file.
type edit struct {
	file       string
	start, end int
	text       string
}

func (tr *tree) findings(act *checker.Action) []finding {
	fset := act.Package.Fset
	var out []finding
	for _, d := range act.Diagnostics {
		f := finding{Diagnostic: d, pkg: act.Package.ID, path: act.Package.PkgPath, dir: tr.dir, pos: fset.Position(d.Pos), end: fset.Position(d.End)}
		if !d.End.IsValid() {
			f.end = f.pos
		}
		f.own = slices.Contains(act.Package.CompiledGoFiles, f.pos.Filename)
		for _, r := range d.Related {
			f.related = append(f.related, fmt.Sprintf("%s: %s", fset.Position(r.Pos), r.Message))
		}
		for _, fix := range d.SuggestedFixes {
			for _, e := range fix.TextEdits {
				start, end := fset.Position(e.Pos), fset.Position(e.End)
				if !e.End.IsValid() {
					end = start
				}
				f.edits = append(f.edits, edit{start.Filename, start.Offset, end.Offset, string(e.NewText)})
			}
		}
		out = append(out, f)
	}
	return out
}

// sortByPackage orders findings by package. Inside a package their order is the rule's.
func sortByPackage(all []finding) {
	slices.SortStableFunc(all, func(a, b finding) int { return strings.Compare(a.pkg, b.pkg) })
}

// render writes all that a driver could show.
func render(all []finding) string {
	var b strings.Builder
	for _, f := range all {
		fmt.Fprintf(&b, "%s-%s: %s [%s]\n", f.pos, f.end, f.Message, f.Category)
		for _, r := range f.related {
			fmt.Fprintf(&b, "\t%s\n", r)
		}
		for _, e := range f.edits {
			fmt.Fprintf(&b, "\tfix %s:%d-%d %q\n", e.file, e.start, e.end, e.text)
		}
	}
	return b.String()
}

// check holds one finding to the contract.
func (f finding) check(t *testing.T, r *rule.Rule) {
	t.Helper()
	fail := func(format string, args ...any) {
		t.Helper()
		file, _ := filepath.Rel(filepath.Join(f.dir, "src"), f.pos.Filename)
		t.Errorf("%s:%d: %s\n\tmessage: %s", file, f.pos.Line, fmt.Sprintf(format, args...), f.Message)
	}
	id := principles.ID(f.Category)
	if !slices.Contains(r.Quotes(), id) {
		fail("category %q is not a quote of %s", id, r.Name)
		return
	}
	message, ok := strings.CutSuffix(f.Message, " — "+principles.Get(id).Citation())
	if !ok {
		fail("the message does not end with its citation: report through rule.Pass")
	}
	if wrong := wording(message); wrong != "" {
		fail("%s", wrong)
	}
	if !f.own {
		fail("reported outside the package %s", f.pkg)
	} else if !f.namesCulprit(t, message) {
		fail("the message names no identifier and no value of the line")
	}
	if len(f.SuggestedFixes) > 1 {
		fail("%d fixes: vet applies the first, golangci-lint all; offer one", len(f.SuggestedFixes))
	}
	for _, e := range f.edits {
		if e.file != f.edits[0].file {
			fail("the fix edits two files")
		}
	}
	for _, rel := range f.Related {
		if !rel.Pos.IsValid() || rel.Message == "" {
			fail("a step of the trace has no position or says nothing: %q", rel.Message)
		}
		if wrong := unidiomatic(rel.Message); wrong != "" {
			fail("in a step of the trace: %s: %q", wrong, rel.Message)
		}
	}
}

// namesCulprit reports whether a message holds an identifier or a literal that stands on the lines of the finding.
// Predeclared names do not count: "string" names nothing.
func (f finding) namesCulprit(t *testing.T, message string) bool {
	src, err := os.ReadFile(f.pos.Filename)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(src), "\n")
	src = []byte(strings.Join(lines[f.pos.Line-1:max(f.pos.Line, f.end.Line)], ""))

	var s scanner.Scanner
	fset := token.NewFileSet()
	s.Init(fset.AddFile("", -1, len(src)), src, func(token.Position, string) {}, scanner.ScanComments)
	named := false
	for {
		_, tok, lit := s.Scan()
		switch tok {
		case token.EOF:
			return !named // a lone "for {" has nothing to name
		case token.IDENT, token.COMMENT, token.STRING, token.INT, token.FLOAT, token.CHAR:
			named = true
		}
		switch tok {
		case token.IDENT, token.COMMENT:
			// A finding about a comment names a word of it.
			for _, word := range strings.Fields(strings.TrimLeft(lit, "/*")) {
				if types.Universe.Lookup(word) == nil && hasWord(message, word) {
					return true
				}
			}
		case token.STRING:
			text := []rune(strings.Join(strings.Fields(strings.Trim(lit, "`\"")), " "))
			if len(text) > 0 && strings.Contains(message, string(text[:min(len(text), 16)])) {
				return true
			}
		case token.INT, token.FLOAT, token.CHAR:
			if strings.Contains(message, lit) {
				return true
			}
		}
	}
}

func hasWord(text, word string) bool {
	return regexp.MustCompile(`(^|\W)` + regexp.QuoteMeta(word) + `($|\W)`).MatchString(text)
}
