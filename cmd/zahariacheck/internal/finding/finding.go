// Package finding is the form in which all output, and all that sifts findings, sees what the rules say.
package finding

import (
	"cmp"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/principles"
)

// A Finding is one diagnostic of one rule, with its positions resolved to the files as they are: //line is ignored.
type Finding struct {
	Rule     string
	Group    analyzers.Group // of the rule
	Quote    principles.Quote
	Severity analyzers.Severity
	URL      string // the rule's page, at the quote
	Package  string // ID of the package, such as "p" or "p [p.test]"
	Pos, End token.Position
	Message  string // without the citation
	Trace    []Step
	Fix      *Fix // nil if there is none

	Confidence analyzers.Confidence

	// When says in which runs alone it may be there, in words such as linux/amd64, cgo, tags=a,b and test; "" for all.
	When string

	Comment token.Position // that holds it back; zero if none does
}

// A Step is one place that a finding rests on, with a sentence that says what happens there.
type Step struct {
	Pos, End token.Position
	Message  string
}

// A Fix is a set of edits, to be applied together or not at all. It has none where only a translation of the file was seen,
// that of cgo: people can make it, we cannot.
type Fix struct {
	Message string
	Edits   []Edit
}

// An Edit replaces the bytes from Start to End of a file.
type Edit struct {
	File       string
	Start, End int
	New        string
}

// New makes a finding of what rule r reported on a package, with the result that the rule left there. The function tells
// where a position lies in which file.
func New(r *analyzers.Rule, result *analyzers.Result, pkg string, at func(token.Pos) token.Position, d analysis.Diagnostic) Finding {
	quote := principles.Get(principles.ID(d.Category))
	f := Finding{
		Rule:     r.Name,
		Group:    r.Group,
		Quote:    quote,
		Severity: result.Severity(d),

		Confidence: result.Confidence(d),
		URL:        r.Analyzer().URL + "#" + d.Category,
		Package:    pkg,
		Message:    strings.TrimSuffix(d.Message, " — "+quote.Citation()),
	}
	f.Pos, f.End = span(at, d.Pos, d.End)
	for _, rel := range d.Related {
		s := Step{Message: rel.Message}
		s.Pos, s.End = span(at, rel.Pos, rel.End)
		f.Trace = append(f.Trace, s)
	}
	if len(d.SuggestedFixes) > 0 {
		fix := d.SuggestedFixes[0] // the contract allows one
		f.Fix = &Fix{Message: fix.Message}
		for _, e := range fix.TextEdits {
			start, end := span(at, e.Pos, e.End)
			f.Fix.Edits = append(f.Fix.Edits, Edit{start.Filename, start.Offset, end.Offset, string(e.NewText)})
		}
	}
	return f
}

func span(at func(token.Pos) token.Position, pos, end token.Pos) (start, stop token.Position) {
	if !end.IsValid() {
		end = pos
	}
	return at(pos), at(end)
}

// Cited is the message as every driver prints it: with the citation.
func (f Finding) Cited() string { return f.Message + " — " + f.Quote.Citation() }

// Sort orders findings by file, line, column, rule and message. Of those that say the same about the same place, as
// the variants of a package with and without its tests do, it keeps the first.
func Sort(all []Finding) []Finding {
	slices.SortFunc(all, func(a, b Finding) int {
		return cmp.Or(compare(a, b), cmp.Compare(a.Package, b.Package))
	})
	return slices.CompactFunc(all, func(a, b Finding) bool { return compare(a, b) == 0 })
}

// Severities are in order, the worst first.
var Severities = []analyzers.Severity{analyzers.Error, analyzers.Warning, analyzers.Info}

// SortBySeverity puts the most severe findings first, and leaves those of one severity in their order.
func SortBySeverity(all []Finding) {
	slices.SortStableFunc(all, func(a, b Finding) int {
		return cmp.Compare(slices.Index(Severities, a.Severity), slices.Index(Severities, b.Severity))
	})
}

func compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Pos.Filename, b.Pos.Filename),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Column, b.Pos.Column),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Message, b.Message),
	)
}

// Fits reports whether all edits of a fix are of a file that has size bytes, lie in it, and can be made together.
func (f *Fix) Fits(file string, size int) bool {
	for i, e := range f.Edits {
		if e.File != file || e.Start < 0 || e.End < e.Start || e.End > size || slices.ContainsFunc(f.Edits[:i], e.Overlaps) {
			return false
		}
	}
	return true
}

// Overlaps reports whether two edits of one file cannot both be made: they share bytes, or put different text in at the
// same place, in an order that nothing decides.
func (e Edit) Overlaps(other Edit) bool {
	if e.Start == e.End && other.Start == other.End {
		return e.Start == other.Start
	}
	return e.Start < other.End && other.Start < e.End
}
