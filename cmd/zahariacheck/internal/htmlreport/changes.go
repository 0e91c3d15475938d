package htmlreport

import (
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/linediff"
)

// markChanged marks the lines of examples that the other side does not have.
func markChanged(before, after []example) {
	one, other := textsOf(before), textsOf(after)
	mark := func(all []example, there map[string]bool) {
		for _, e := range all {
			for i := range e.Lines {
				text := e.Lines[i].text()
				e.Lines[i].Changed = text != "" && !there[text]
			}
		}
	}
	mark(before, other)
	mark(after, one)
}

func textsOf(all []example) map[string]bool {
	texts := map[string]bool{}
	for _, e := range all {
		for _, l := range e.Lines {
			texts[l.text()] = true
		}
	}
	return texts
}

// text is a line without what surrounds it.
func (l line) text() string {
	var b strings.Builder
	for _, s := range l.Spans {
		b.WriteString(s.Text)
	}
	return strings.TrimSpace(b.String())
}

// maxChanges is how many lines of a fix are shown.
const maxChanges = 40

// diff lists the lines that a fix changes.
func (b *builder) diff(fix *finding.Fix) (all []change) {
	if len(fix.Edits) == 0 {
		return nil
	}
	f := b.file(fix.Edits[0].File)
	if f == nil {
		return nil
	}
	for _, c := range linediff.Changes(f.text, linediff.Fixed(f.text, fix)) {
		for i, text := range c.Old {
			all = append(all, change{true, c.From + i + 1, shown(text)})
		}
		for _, text := range c.New {
			all = append(all, change{false, 0, shown(text)})
		}
	}
	return all[:min(len(all), maxChanges)]
}

func shown(text string) string {
	return analyzers.Clean(strings.ReplaceAll(strings.TrimRight(text, "\r\n"), "\t", "    "), maxColumns)
}
