package taint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Summary is the fact for importers of a package: the parameters that reach a sink, and the results that come from a source.
// Drivers carry facts to direct importers only, so those of the imported packages are re-exported. All of it is sorted.
//
// It needs SSA form of the package and of all below it, and few packages need it, so a driver may compute it on demand.
type Summary struct {
	Sinks   []ParamSink
	Sources []ResultSource
}

// Outline is the part of a Summary by which a package knows that it may have flows that a rule asks for, beside what it names itself:
// the parameters that reach a prompt, and the results that are tool input. Both are rare, so it is always there.
type Outline Summary

// A ParamSink is a parameter that reaches a sink.
type ParamSink struct {
	Key   string // see [flow.ParamKey]
	Label string
	Name  string // of the sink
	// When are the conditions of the branch that leads there, one a line, such as 0="shell": the index of a parameter and its value.
	When string
}

// A ResultSource is a result that comes from a source.
type ResultSource struct {
	Key   string // see [flow.ResultKey]
	Label string
	What  string
}

// AFact marks Summary as a fact.
func (*Summary) AFact() {}

func (s *Summary) String() string {
	return fmt.Sprintf("%d sinks, %d sources", len(s.Sinks), len(s.Sources))
}

// AFact marks Outline as a fact.
func (*Outline) AFact() {}

func (o *Outline) String() string { return (*Summary)(o).String() }

func (s *Summary) sort() {
	slices.SortFunc(s.Sinks, func(a, b ParamSink) int {
		return cmp.Or(strings.Compare(a.Key, b.Key), strings.Compare(a.Label, b.Label), strings.Compare(a.Name, b.Name), strings.Compare(a.When, b.When))
	})
	slices.SortFunc(s.Sources, func(a, b ResultSource) int {
		return cmp.Or(strings.Compare(a.Key, b.Key), strings.Compare(a.Label, b.Label))
	})
}

// add takes over the outlined part of a summary.
func (o *Outline) add(s *Summary) {
	for _, p := range s.Sinks {
		if isPrompt(p.Label) && !slices.Contains(o.Sinks, p) {
			o.Sinks = append(o.Sinks, p)
		}
	}
	for _, r := range s.Sources {
		if r.Label == "toolinput" && !slices.Contains(o.Sources, r) {
			o.Sources = append(o.Sources, r)
		}
	}
}

// isPrompt reports whether the sinks of a label are prompts.
func isPrompt(label string) bool { return label == "system" || label == "tooldesc" }

// importOutlines reads the outlines of the imported packages, all of which belong to the code under check.
func (t *tracker) importOutlines() {
	for _, pkg := range t.pass.Pkg.Imports() {
		var o Outline
		if t.pass.ImportPackageFact(pkg, &o) {
			t.inModule[pkg] = true
			t.outline.add((*Summary)(&o))
		}
	}
}

func (t *tracker) exportOutline() {
	(*Summary)(&t.outline).sort()
	t.pass.ExportPackageFact(&t.outline)
}

// importSummaries reads the facts of the imported packages and re-exports them.
func (t *tracker) importSummaries() {
	for _, pkg := range t.pass.Pkg.Imports() {
		var s Summary
		if !t.pass.ImportPackageFact(pkg, &s) {
			continue
		}
		for _, p := range s.Sinks {
			if !t.exported[p] {
				t.exported[p] = true
				t.sinks[p.Key] = append(t.sinks[p.Key], p)
				t.summary.Sinks = append(t.summary.Sinks, p)
			}
		}
		for _, r := range s.Sources {
			if !slices.Contains(t.sources[r.Key], r) {
				t.sources[r.Key] = append(t.sources[r.Key], r)
				t.summary.Sources = append(t.summary.Sources, r)
			}
		}
	}
}
