// Package render writes reports: one file a format. Whatever stems from the code under check is made safe to show.
package render

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/fatih/color"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// maxPath is how many bytes of a file name are shown: what Linux allows.
const maxPath = 4096

// Text writes reports for people, editors and grep.
type Text struct {
	Dir     string // file names are relative to it
	Context int    // lines to show around each finding, as go vet -c; -1 for none
	Color   bool
	Summary bool // end with a line of totals
}

// Write writes the findings. The first one of each rule teaches: it has the quote, the code and the trace. Later ones
// are one line. Lines that continue a finding start with a tab, by which editors know that they belong to it.
func (t *Text) Write(w io.Writer, rep *check.Report) error {
	var out bytes.Buffer
	taught := map[string]bool{}
	for _, f := range rep.Findings {
		fmt.Fprintf(&out, "%s: %s %s\n",
			t.paint(color.Bold, fmt.Sprintf("%s:%d:%d", t.name(f.Pos.Filename), f.Pos.Line, f.Pos.Column)),
			f.Message,
			t.paint(color.FgYellow, fmt.Sprintf("[%s: On %s]", f.Rule, f.Quote.Topic)))
		if first := !taught[f.Rule]; first {
			taught[f.Rule] = true
			t.teach(&out, f)
		} else if t.Context >= 0 {
			t.frame(&out, f)
		}
	}
	if t.Summary {
		out.WriteString(summary(rep))
	}
	_, err := w.Write(out.Bytes())
	return err
}

func (t *Text) teach(out *bytes.Buffer, f finding.Finding) {
	fmt.Fprintf(out, "\t%s\n", t.paint(color.Italic, `"`+f.Quote.Text+`"`))
	t.frame(out, f)
	for _, s := range f.Trace {
		fmt.Fprintf(out, "\t%s:%d: %s\n", t.name(s.Pos.Filename), s.Pos.Line, s.Message)
	}
	fmt.Fprintf(out, "\t%s\n", t.paint(color.Faint, "zahariacheck explain "+f.Rule))
}

// name shows a file name: relative to the working folder where that is shorter.
func (t *Text) name(file string) string {
	if rel, err := filepath.Rel(t.Dir, file); err == nil && len(rel) < len(file) {
		file = rel
	}
	return analyzers.Clean(file, maxPath)
}

func (t *Text) paint(style color.Attribute, text string) string {
	c := color.New(style)
	if t.Color {
		c.EnableColor()
	} else {
		c.DisableColor()
	}
	return c.Sprint(text)
}

// summary is one line such as "3 findings in 2 of 12 packages: hardcodedprompt 2, vendorlock 1 · 1 allowed with a reason".
func summary(rep *check.Report) string {
	rules, packages := map[string]int{}, map[string]bool{}
	for _, f := range rep.Findings {
		rules[f.Rule]++
		packages[f.Package] = true
	}
	line := fmt.Sprintf("no findings in %s", count(rep.Packages, "package"))
	if n := len(rep.Findings); n > 0 {
		var parts []string
		byNumber := func(a, b string) int { return cmp.Or(rules[b]-rules[a], strings.Compare(a, b)) }
		for _, name := range slices.SortedFunc(maps.Keys(rules), byNumber) {
			parts = append(parts, fmt.Sprintf("%s %d", name, rules[name]))
		}
		line = fmt.Sprintf("%s in %d of %s: %s", count(n, "finding"), len(packages), count(rep.Packages, "package"), strings.Join(parts, ", "))
	}
	if n := len(rep.Known); n > 0 {
		line += fmt.Sprintf(" · %d in the baseline", n)
	}
	if rep.Allowed > 0 {
		line += fmt.Sprintf(" · %d allowed with a reason", rep.Allowed)
	}
	if n := len(rep.Generated); n > 0 {
		line += fmt.Sprintf(" · %d in generated files", n)
	}
	if n := len(rep.Examples); n > 0 {
		line += fmt.Sprintf(" · %d in examples (-examples shows them)", n)
	}
	if rep.Failed > 0 {
		line += fmt.Sprintf(" · %d not checked", rep.Failed)
	}
	return "\n" + strings.Join(append([]string{line}, PassedOver(rep)...), " · ") + "\n"
}

// PassedOver says in a few words each what was not looked at, though a pattern covers it.
func PassedOver(rep *check.Report) (all []string) {
	if n := len(rep.Cgo); n > 0 {
		all = append(all, fmt.Sprintf("%s with cgo left out: %s", count(n, "file"), names(rep.Cgo)))
	}
	if n := len(rep.Untested); n > 0 {
		all = append(all, fmt.Sprintf("%s with nothing but tests, for which -test asks: %s", count(n, "package"), names(rep.Untested)))
	}
	if n := len(rep.Ignored); n > 0 {
		all = append(all, fmt.Sprintf("%s that go.mod says to ignore: %s", count(n, "folder"), names(rep.Ignored)))
	}
	if n := len(rep.Excluded); n > 0 {
		all = append(all, fmt.Sprintf("%s excluded by build constraints: %s", count(n, "folder"), names(rep.Excluded)))
	}
	if n := len(rep.Modules); n > 0 {
		all = append(all, fmt.Sprintf("%s not visited: %s", count(n, "nested module"), names(rep.Modules)))
	}
	return all
}

// names lists the first few of some files or folders.
func names(all []string) string {
	const few = 5
	list := analyzers.Clean(strings.Join(all[:min(few, len(all))], ", "), maxPath)
	if len(all) > few {
		list += ", …"
	}
	return list
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
