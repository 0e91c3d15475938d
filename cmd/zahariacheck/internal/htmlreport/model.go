package htmlreport

import (
	"cmp"
	"fmt"
	"html/template"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/internal/buildversion"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/page"
	"github.com/zahariacheck/zahariacheck/principles"
)

const (
	maxPath    = 4096 // bytes of a file name that are shown: what Linux allows
	maxFiles   = 8    // files in the overview
	maxExample = 40   // lines of an example
)

// What the template shows. Everything in it is safe to show.
type (
	report struct {
		Policy  string
		Style   template.CSS
		Script  template.JS
		Name    string // of what was checked
		Version string
		Commit  string // that was checked, or ""
		Date    string // of the report, or ""
		Surface *surfaceView

		Total, In, Packages, Failed  int // In: packages with findings
		Allowed, Generated, Excluded int
		Severities                   []count
		Files                        []count // those with most findings
		MoreFiles                    int
		Parts                        []*part
		Failures                     []finding.Failure
	}
	count struct {
		Name        string
		N, Hundreds int    // Hundreds: of the largest count in the list
		First       string // ID of the first finding of it
	}
	part struct {
		Number     int
		Title      string
		Findings   int
		Hundreds   int
		Principles []*principle
	}
	principle struct {
		principles.Quote
		Findings int
		Rules    []*ruleFindings
	}
	ruleFindings struct {
		Name, Summary, URL string
		Why                []prose
		Before, After      []example
		Findings           []*one
	}
	one struct {
		ID, Severity, Rule, Topic string
		Part                      int
		Place, Message            string
		Frame                     []line
		Steps                     []step
		Fix                       string
		Diff                      []change
	}
	// A change is a line that a fix takes away or puts in.
	change struct {
		Gone   bool
		Number int // in the old file, of one that goes
		Text   string
	}
	step struct {
		Place, Message string
		Frame          []line
	}
	prose struct {
		Item  bool
		Spans []span
	}
	example struct {
		File  string
		Lines []line
		More  int // lines that are left out
	}
)

// A builder turns findings into what the template shows.
type builder struct {
	dir   string
	files map[string]*file
}

func newPage(rep *finding.Report, o Options) *report {
	b := &builder{dir: o.Dir, files: map[string]*file{}}
	packages, files, severities := map[string]bool{}, map[string]int{}, map[string]int{}
	first := map[string]string{} // ID of the first finding by severity and by file
	r := &report{
		Policy: policy(), Style: template.CSS(style), Script: template.JS(script),
		Name: analyzers.Clean(cmp.Or(o.Module, filepath.Base(o.Dir)), maxPath), Version: buildversion.Text(),
		Commit: analyzers.Clean(o.Commit, maxPath), Surface: newSurfaceView(o.Surface),
		Total: len(rep.Findings), Packages: rep.Packages, Failed: rep.Failed,
		Allowed: rep.Allowed, Generated: len(rep.Generated), Excluded: len(rep.Excluded), Parts: parts(),
	}
	if !o.Date.IsZero() {
		r.Date = o.Date.Format("2 January 2006")
	}
	for _, f := range rep.Failures {
		r.Failures = append(r.Failures, finding.Failure{Package: analyzers.Clean(f.Package, maxPath), Reason: f.Reason})
	}
	for i, f := range rep.Findings {
		packages[f.Package] = true
		files[b.name(f.Pos.Filename)]++
		severities[string(f.Severity)]++
		section := r.Parts[f.Quote.Part-1].principle(f.Quote).rule(f)
		id := fmt.Sprintf("finding-%d", i+1)
		section.Findings = append(section.Findings, b.finding(id, f))
		for _, name := range []string{string(f.Severity), b.name(f.Pos.Filename)} {
			first[name] = cmp.Or(first[name], id)
		}
	}
	r.In = len(packages)
	for _, s := range finding.Severities {
		if n := severities[string(s)]; n > 0 {
			r.Severities = append(r.Severities, count{Name: string(s), N: n, First: first[string(s)]})
		}
	}
	r.Files = ranked(files)
	for i, f := range r.Files {
		r.Files[i].First = first[f.Name]
	}
	if more := len(r.Files) - maxFiles; more > 0 {
		r.Files, r.MoreFiles = r.Files[:maxFiles], more
	}
	r.total()
	return r
}

// parts lists the parts of the profile, those without findings too: an overview shows what is good as well.
func parts() (all []*part) {
	for _, q := range principles.All() {
		if q.Part > len(all) {
			all = append(all, &part{Number: q.Part, Title: q.PartTitle})
		}
	}
	return all
}

func (p *part) principle(q principles.Quote) *principle {
	i := slices.IndexFunc(p.Principles, func(have *principle) bool { return have.ID == q.ID })
	if i < 0 {
		i = len(p.Principles)
		p.Principles = append(p.Principles, &principle{Quote: q})
	}
	return p.Principles[i]
}

// rule returns the section of the finding's rule, and makes it from the rule's page if this is its first finding.
func (p *principle) rule(f finding.Finding) *ruleFindings {
	for _, r := range p.Rules {
		if r.Name == f.Rule {
			return r
		}
	}
	section := &ruleFindings{Name: f.Rule, URL: f.URL}
	p.Rules = append(p.Rules, section)
	for _, r := range analyzers.Rules() {
		if r.Name == f.Rule {
			section.Summary = r.Summary()
			for _, block := range page.Section(r.Doc, page.Why) {
				section.Why = append(section.Why, prose{block.Kind == page.Item, spansOfProse(block.Text)})
			}
			section.Before = examples(page.Section(r.Doc, page.Before))
			section.After = examples(page.Section(r.Doc, page.After))
			markChanged(section.Before, section.After)
		}
	}
	return section
}

func examples(blocks []page.Block) (all []example) {
	for _, b := range blocks {
		if b.Kind != page.Code {
			continue
		}
		e := example{File: b.File, Lines: newFile([]byte(b.Text), b.Lang == "go").lines(1, maxExample, marked{})}
		e.More = max(strings.Count(b.Text, "\n")-maxExample, 0)
		all = append(all, e)
	}
	return all
}

// spansOfProse tells names in backquotes from the words around them.
func spansOfProse(text string) (all []span) {
	for i, piece := range strings.Split(text, "`") {
		class := ""
		if i%2 == 1 {
			class = "name"
		}
		all = append(all, span{Class: class, Text: piece})
	}
	return all
}

func (b *builder) finding(id string, f finding.Finding) *one {
	o := &one{
		ID: id, Severity: string(f.Severity), Rule: f.Rule, Topic: f.Quote.Topic, Part: f.Quote.Part,
		Place:   fmt.Sprintf("%s:%d:%d", b.name(f.Pos.Filename), f.Pos.Line, f.Pos.Column),
		Message: f.Message,
		Frame:   b.frame(f.Pos, f.End, around),
	}
	for _, s := range f.Trace {
		o.Steps = append(o.Steps, step{
			Place:   fmt.Sprintf("%s:%d", b.name(s.Pos.Filename), s.Pos.Line),
			Message: s.Message,
			Frame:   b.frame(s.Pos, s.End, aroundStep),
		})
	}
	if f.Fix != nil {
		o.Fix = analyzers.Clean(f.Fix.Message, maxPath)
		o.Diff = b.diff(f.Fix)
	}
	return o
}

// name shows a file name: relative to the folder of the report where it lies below it.
func (b *builder) name(file string) string {
	if rel, err := filepath.Rel(b.dir, file); err == nil && filepath.IsLocal(rel) {
		file = filepath.ToSlash(rel)
	}
	return analyzers.Clean(file, maxPath)
}

// ranked sorts by number, the largest first.
func ranked(numbers map[string]int) (all []count) {
	for _, name := range slices.Sorted(maps.Keys(numbers)) {
		all = append(all, count{Name: name, N: numbers[name]})
	}
	slices.SortStableFunc(all, func(a, b count) int { return cmp.Compare(b.N, a.N) })
	for i := range all {
		all[i].Hundreds = 100 * all[i].N / all[0].N
	}
	return all
}

// total counts the findings of each part and principle, and puts the principles with most of them first.
func (r *report) total() {
	most := 1
	for _, p := range r.Parts {
		for _, q := range p.Principles {
			for _, section := range q.Rules {
				q.Findings += len(section.Findings)
			}
			p.Findings += q.Findings
		}
		slices.SortStableFunc(p.Principles, func(a, b *principle) int {
			return cmp.Or(cmp.Compare(b.Findings, a.Findings), cmp.Compare(a.ID, b.ID))
		})
		most = max(most, p.Findings)
	}
	for _, p := range r.Parts {
		p.Hundreds = 100 * p.Findings / most
	}
}
