package command

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/page"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/render"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/untrusted"
)

// placeName matches FILE:LINE and FILE:LINE:COLUMN, as a finding starts.
var placeName = regexp.MustCompile(`^(.+\.go):(\d+)(?::(\d+))?$`)

// A place is what a finding may be looked for at. Column 0 is the whole line.
type place struct {
	file         string // absolute, without symbolic links
	line, column int
}

// parsePlace reads the name of a place; ok says whether it is one.
func parsePlace(name string) (p place, ok bool, err error) {
	m := placeName.FindStringSubmatch(name)
	if m == nil {
		return place{}, false, nil
	}
	p.line, _ = strconv.Atoi(m[2])
	p.column, _ = strconv.Atoi(m[3])
	if p.file, err = filepath.Abs(m[1]); err == nil {
		p.file, err = filepath.EvalSymlinks(p.file)
	}
	return p, true, err
}

// holds reports whether a finding is at the place.
func (p place) holds(f finding.Finding) bool {
	return f.Pos.Filename == p.file && f.Pos.Line <= p.line && p.line <= max(f.Pos.Line, f.End.Line) &&
		(p.column == 0 || f.Pos.Line != p.line || f.Pos.Column == p.column)
}

// explainPlace checks the package of a file with all rules, also those that are off there, and replays what it finds at
// the place. Where that is nothing, the rest of the module may show more: it is checked as a whole.
func explainPlace(p place, out, stderr io.Writer) (int, error) {
	wd, err := os.Getwd()
	if err != nil {
		return Failed, err
	}
	t := &render.Text{Dir: wd, Context: 2, Color: colored(out)}
	dir := filepath.Dir(p.file)
	pages, ways, rep, err := p.explain(dir, ".", t)
	if err == nil && len(pages) == 0 && len(rep.Failures) == 0 {
		pages, ways, rep, err = p.explain(untrusted.FindAbove(dir, "go.mod"), "./...", t)
	}
	var end stopped
	if errors.As(err, &end) {
		return 128 + int(end.signal), nil
	}
	if err != nil {
		return Failed, err
	}
	for _, f := range rep.Failures {
		fail(stderr, f)
	}
	if len(pages) == 0 {
		if len(ways) > 0 {
			if _, err := io.WriteString(out, strings.Join(ways, "\n")+"\n"); err != nil {
				return Failed, fmt.Errorf("cannot write: %w", err)
			}
		}
		return Failed, nothingAt(p, rep)
	}
	if _, err := io.WriteString(out, strings.Join(pages, "\n"+strings.Repeat("─", lineWidth)+"\n\n")); err != nil {
		return Failed, fmt.Errorf("cannot write: %w", err)
	}
	if len(rep.Failures) > 0 {
		return Failed, nil
	}
	return Clean, nil
}

// explain checks the packages of a pattern in a folder. It returns what is known of each finding at the place, and where the texts
// there go.
func (p place) explain(dir, pattern string, t *render.Text) (pages, ways []string, rep *check.Report, err error) {
	o, err := parseUnstored(dir, []string{pattern}) // stored reports are of runs that obey the configuration
	if err != nil {
		return nil, nil, nil, err
	}
	for _, r := range analyzers.Rules() {
		o.Settings.Enable(r, true)
	}
	o.Rules = analyzers.Rules()
	o.Tests = strings.HasSuffix(p.file, "_test.go")
	o.Settings.Tests, o.Settings.Examples = true, true
	o.Settings.ExclusionReason = func(string, string) string { return "" }
	ctx, release := untilSignal()
	defer release()
	collected := o.collectWays(p, t)
	rep, err = check.Run(ctx, o.Options)
	if err != nil {
		return nil, nil, nil, err
	}
	for _, f := range rep.Findings {
		if p.holds(f) {
			pages = append(pages, findingPage(t, f))
		}
	}
	return pages, collected(), rep, nil
}

// collectWays makes a check describe where the texts of a line go, for a line on which no rule finds anything.
func (o *options) collectWays(p place, t *render.Text) (ways func() []string) {
	last := map[string][]string{} // by package: one that is analysed again knows more
	o.Collect = analyzers.WhyNot(p.file, p.line)
	o.Take = func(pkg check.Inspected) {
		last[pkg.Path] = nil
		for _, way := range pkg.Result.([]analyzers.Way) {
			var b strings.Builder
			for i, s := range way {
				b.WriteString(wrap(fmt.Sprintf("%d. %s: %s", i+1, t.Place(pkg.Position(s.Pos)), s.Message), lineWidth, ""))
			}
			last[pkg.Path] = append(last[pkg.Path], b.String())
		}
	}
	return func() (ways []string) {
		for _, path := range slices.Sorted(maps.Keys(last)) {
			for _, way := range last[path] {
				if !slices.Contains(ways, way) { // a package may be checked with its tests too
					ways = append(ways, way)
				}
			}
		}
		return ways
	}
}

// nothingAt says where in the file there are findings instead.
func nothingAt(p place, rep *check.Report) error {
	var lines []string
	for _, f := range rep.Findings {
		if line := strconv.Itoa(f.Pos.Line); f.Pos.Filename == p.file && !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	where := "; there are findings on lines " + strings.Join(lines, ", ")
	switch len(lines) {
	case 0:
		where = ", nor on any other"
	case 1:
		where = "; there are findings on line " + lines[0]
	}
	if rep.Allowed > 0 {
		where += "; findings that a comment allows are not shown"
	}
	return fmt.Errorf("no finding on line %d of %s%s", p.line, filepath.Base(p.file), where)
}

// findingPage is all that is known of one finding.
func findingPage(t *render.Text, f finding.Finding) string {
	var b strings.Builder
	b.WriteString(wrap(t.Place(f.Pos)+": "+string(f.Severity)+": "+f.Message, lineWidth, "") + "\n")
	b.WriteString(t.Frame(f.Pos, f.End))
	fmt.Fprintf(&b, "\nOn %s\n\n%s  Matei Zaharia, %s\n", f.Quote.Topic, wrap(`"`+f.Quote.Text+`"`, lineWidth, "  "), f.Quote.Source)
	if len(f.Trace) > 0 {
		b.WriteString("\nTrace\n")
	}
	for i, s := range f.Trace {
		fmt.Fprintf(&b, "\n%s%s", wrap(fmt.Sprintf("%d. %s: %s", i+1, t.Place(s.Pos), s.Message), lineWidth, ""), t.Frame(s.Pos, s.End))
	}
	for _, r := range analyzers.Rules() {
		if r.Name != f.Rule {
			continue
		}
		for _, title := range []string{page.Why, page.Before, page.After} {
			fmt.Fprintf(&b, "\n%s\n\n%s", title, section(r.Doc, title))
		}
	}
	if f.Fix != nil {
		fmt.Fprintf(&b, "\nFix\n\n%s", wrap(f.Fix.Message, lineWidth, "  "))
	}
	fmt.Fprintf(&b, "\nTo allow it, add this comment on the line, on the line above, or to the comment of the declaration\n\n  //zahariacheck:allow %s REASON\n", f.Rule)
	return b.String()
}

// maxExample bounds the lines of an example that are shown; zahariacheck explain RULE shows the whole example.
const maxExample = 40

// section shows a section of a rule's page.
func section(doc, title string) string {
	var b strings.Builder
	for i, block := range page.Section(doc, title) {
		if i > 0 && block.Kind != page.Item {
			b.WriteByte('\n')
		}
		switch block.Kind {
		case page.Paragraph:
			b.WriteString(wrap(block.Text, lineWidth, "  "))
		case page.Item:
			b.WriteString(wrap("- "+block.Text, lineWidth, "  "))
		case page.Code:
			if block.File != "" {
				fmt.Fprintf(&b, "\t%s:\n", block.File)
			}
			lines := strings.Split(strings.TrimSuffix(block.Text, "\n"), "\n")
			for _, line := range lines[:min(len(lines), maxExample)] {
				b.WriteString(strings.TrimRight("\t"+strings.ReplaceAll(line, "\t", "    "), "\t ") + "\n")
			}
			if more := len(lines) - maxExample; more > 0 {
				fmt.Fprintf(&b, "\tand %d more lines\n", more)
			}
		}
	}
	return b.String()
}
