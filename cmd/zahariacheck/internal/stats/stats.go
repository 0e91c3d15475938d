// Package stats counts packages, and findings by group, rule and principle: those that are shown, those that are allowed with a
// reason, those that the baseline knows, and those in generated files.
package stats

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/principles"
)

// A Row counts what there is of one rule or of one principle.
type Row struct {
	Name      string `json:"name"`
	Findings  int    `json:"findings"`
	Allowed   int    `json:"allowed"`
	Baseline  int    `json:"baseline"`
	Generated int    `json:"generated"`
}

// Packages counts what was asked for, which is the sum of the others.
type Packages struct {
	Asked    int `json:"asked"`
	Checked  int `json:"checked"`
	Failed   int `json:"failed"`
	Excluded int `json:"excluded"` // by build constraints
}

// Stats are the packages, and the rows of all groups, rules and principles of which there is something: groups in their order,
// rules by name, principles as in the profile.
type Stats struct {
	Packages   Packages `json:"packages"`
	Groups     []Row    `json:"groups"`
	Rules      []Row    `json:"rules"`
	Principles []Row    `json:"principles"`
}

// Of counts a report.
func Of(rep *finding.Report) Stats {
	groups, rules, quotes := map[string]*Row{}, map[string]*Row{}, map[string]*Row{}
	each := func(all []finding.Finding, count func(*Row)) {
		for _, f := range all {
			count(row(groups, string(f.Group)))
			count(row(rules, f.Rule))
			count(row(quotes, string(f.Quote.ID)))
		}
	}
	each(rep.Findings, func(r *Row) { r.Findings++ })
	each(rep.Suppressed, func(r *Row) { r.Allowed++ })
	each(rep.Known, func(r *Row) { r.Baseline++ })
	each(rep.Generated, func(r *Row) { r.Generated++ })

	s := Stats{
		Packages: Packages{
			Asked:    rep.Packages + len(rep.Excluded),
			Checked:  rep.Packages - rep.Failed,
			Failed:   rep.Failed,
			Excluded: len(rep.Excluded),
		},
		Groups: []Row{}, Rules: []Row{}, Principles: []Row{},
	}
	for _, g := range analyzers.Groups() {
		if r := groups[string(g)]; r != nil {
			s.Groups = append(s.Groups, *r)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(rules)) {
		s.Rules = append(s.Rules, *rules[name])
	}
	for _, q := range principles.All() {
		if r := quotes[string(q.ID)]; r != nil {
			s.Principles = append(s.Principles, *r)
		}
	}
	return s
}

func row(rows map[string]*Row, name string) *Row {
	if rows[name] == nil {
		rows[name] = &Row{Name: name}
	}
	return rows[name]
}

// Text writes three tables, the largest number of findings first.
func (s Stats) Text(w io.Writer) error {
	var b strings.Builder
	table(&b, "group", s.Groups)
	table(&b, "rule", s.Rules)
	table(&b, "principle", s.Principles)
	_, err := io.WriteString(w, b.String())
	return err
}

func table(b *strings.Builder, what string, rows []Row) {
	if len(rows) == 0 {
		return
	}
	width := len(what)
	for _, r := range rows {
		width = max(width, len(r.Name))
	}
	fmt.Fprintf(b, "\n%-*s  findings  allowed  baseline  generated\n", width, what)
	for _, r := range slices.SortedStableFunc(slices.Values(rows), func(x, y Row) int { return cmp.Compare(y.Findings, x.Findings) }) {
		fmt.Fprintf(b, "%-*s  %8d %8d %9d %10d\n", width, r.Name, r.Findings, r.Allowed, r.Baseline, r.Generated)
	}
}

// JSON writes one more object for the stream of -json: {"zahariacheck": {"stats": …}}.
func (s Stats) JSON(w io.Writer) error {
	data, err := json.MarshalIndent(map[string]any{"zahariacheck": map[string]any{"stats": s}}, "", "\t")
	if err != nil {
		return err
	}
	_, err = w.Write(append(data, '\n'))
	return err
}
