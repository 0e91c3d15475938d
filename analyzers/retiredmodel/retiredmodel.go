// Package retiredmodel finds models in use that their vendors have switched off.
//
// It is long because it reads and searches the table of models, and has to tell uses of a model from lists of models.
package retiredmodel

import (
	_ "embed"
	"flag"
	"fmt"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "retiredmodel", Group: rule.Reliability, Cites: principles.DesigningForEvolution, Doc: doc, Tier: rule.Preview, Since: "v0.1.0", Severity: rule.Error,
		Options: declareOptions, Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

// declareOptions declares the day to judge as of, a *day. That of the table is the default, so that a run today and one next year find
// the same.
func declareOptions(fs *flag.FlagSet) any {
	asOf := day(retired().asOf)
	fs.Var(&asOf, "as-of", "report models that are switched off on this `day`, such as 2027-01-31; by default the day of the built-in table")
	return &asOf
}

// A day is the value of a flag, written as in 2006-01-02.
type day string

func (d *day) String() string { return string(*d) }

func (d *day) Set(s string) error {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return fmt.Errorf("want a day as in %s", retired().asOf)
	}
	*d = day(s)
	return nil
}

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	asOf := pass.Options.(*day)
	for _, m := range info.Models {
		old, ok := retired().find(m.ID)
		if !ok || old.day > string(*asOf) {
			continue
		}
		file := fileOf(pass, m.Pos)
		if file == nil || usesOtherPlatform(pass, info.Catalogue(), file, old.vendor) || isInTable(pass, file, m.Pos) || asked(pass, file, m.Pos, m.ID) {
			continue
		}
		finding := rule.Finding{Pos: m.Pos, End: m.End, Trace: rule.Steps(m.Trace)}
		finding.Message, finding.Severity = message(m.ID, old, *asOf)
		pass.Report(finding)
	}
	services(pass, info)
	return nil
}

// message says what has become of a model by a day. Calls to one that is switched off fail; the others still work.
func message(id string, old model, asOf day) (string, rule.Severity) {
	cure := "use a current model"
	if next := retired().successor(old, string(asOf)); next != "" {
		cure = "use " + rule.Quote(next)
	}
	switch {
	case old.routed:
		return fmt.Sprintf("requests for model %s are answered by %s, at its price, from %s on; name the model that should answer", rule.Quote(id), rule.Quote(old.successor), old.day), rule.Warning
	case old.day > retired().asOf:
		return fmt.Sprintf("model %s will be retired by %s on %s, and calls to it fail then; %s", rule.Quote(id), catalogue.VendorName(old.vendor), old.day, cure), rule.Warning
	}
	return fmt.Sprintf("model %s was retired by %s on %s and calls to it fail; %s", rule.Quote(id), catalogue.VendorName(old.vendor), old.day, cure), rule.Error
}
