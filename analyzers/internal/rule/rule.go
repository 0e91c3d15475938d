// Package rule is the contract of a zahariacheck rule: what a rule declares, and the one way to report.
//
// A rule is a plain go/analysis pass, so it runs under any driver of such passes. What go/analysis has no place for
// (severity, tier, since) stands in [Rule]; what every driver must agree on (the citation, the category,
// generated files, allow comments) happens in [Pass.Report].
package rule

import (
	"cmp"
	"flag"
	"go/token"
	"reflect"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/principles"
)

// A Tier says whether a rule is on by default.
type Tier string

const (
	Stable  Tier = "stable"  // on by default: at least nine in ten findings on real code are worth keeping
	Preview Tier = "preview" // off unless asked for
)

// A Severity is the weight of a finding. Drivers that have severities show it, and the configuration can change it.
type Severity string

const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// A Group says what a rule is about, so that rules can be switched on and off together.
type Group string

const (
	Prompts     Group = "prompts"     // the texts and schemas that a model reads
	Reliability Group = "reliability" // what breaks, panics or loses text at run time
	Security    Group = "security"    // what lets text of a model or a stranger do harm
	Cost        Group = "cost"        // tokens, calls and time that are spent for nothing or without a limit
	Openness    Group = "openness"    // what ties a program to one vendor, model or format
	Design      Group = "design"      // the shape of packages and of their exported API
)

// Groups are all groups, in the order in which they are shown.
var Groups = []Group{Prompts, Reliability, Security, Cost, Openness, Design}

// A Confidence says what a finding rests on. Both kinds are reported; machines may tell them apart.
type Confidence string

const (
	Sure   Confidence = "sure"   // flow from or to what the catalogue, or a link to an implementation in the module, knows
	Likely Confidence = "likely" // the shape of types alone, or a field that stands for all values of its type
)

// ConfidenceOf returns Likely if likely is true, and Sure otherwise.
func ConfidenceOf(likely bool) Confidence {
	if likely {
		return Likely
	}
	return Sure
}

// A Rule is one check and everything that is said about it. Its package has it as Rule, and its pass as Analyzer, which nogo and
// other drivers look for.
type Rule struct {
	// Name is folder, package, analyzer name, flag, SARIF ruleId, config key and allow name: one lower-case word.
	Name string
	// Cites is the quote that a finding rests on. Also lists the other quotes that findings of the rule may cite.
	Cites principles.ID
	Also  []principles.ID
	// Doc is the rule's page, rule.md. Its first paragraph after the title is the summary.
	Doc      string
	Severity Severity // of findings that name none of their own; "" is Warning
	Group    Group
	Tier     Tier   // "" is Stable
	Since    string // the release that brought the rule, such as "v0.1.0"

	// Options declares the rule's options, which become the flags -NAME.option, and returns the value that these set, which Run finds in
	// Pass.Options: a new one on each call. Nil if the rule has none.
	Options func(*flag.FlagSet) any
	// Requires are analyzers whose results Run asks for, such as llm.Analyzer.
	Requires []*analysis.Analyzer
	// RunDespiteErrors says that Run copes with a package that parses but has type errors, in which types are missing.
	RunDespiteErrors bool
	// Wants says, from syntax alone, whether the rule could find anything in a package; where it could not, Run is not
	// called. Nil if syntax cannot tell: a rule about models asks llm.Info, which is empty where no model can be reached.
	Wants func(*Pass) bool
	// Run reports what is wrong in one package through Pass.Report.
	Run func(*Pass) error

	once     sync.Once
	analyzer *analysis.Analyzer
}

// pages is where the pages of the rules stand, at the tag of this release.
const pages = "https://github.com/zahariacheck/zahariacheck/blob/" + Version + "/analyzers/"

// Version is the release that this code belongs to.
const Version = "v0.1.0"

// Analyzer returns the rule as a go/analysis pass, the same one each time.
func (r *Rule) Analyzer() *analysis.Analyzer {
	r.once.Do(func() {
		r.analyzer = &analysis.Analyzer{
			Name:       r.Name,
			Doc:        r.Summary() + "\n\n" + r.Doc,
			URL:        pages + r.Name + "/rule.md",
			Requires:   append([]*analysis.Analyzer{SettingsAnalyzer, directives}, r.Requires...),
			ResultType: reflect.TypeFor[*Result](),
			Run:        r.run,

			RunDespiteErrors: r.RunDespiteErrors,
		}
		defaults.Flags(r).VisitAll(func(f *flag.Flag) { r.analyzer.Flags.Var(f.Value, f.Name, f.Usage) })
	})
	return r.analyzer
}

// A Result is what a rule leaves behind for the rule "allow" and for drivers that count: the findings that
// an allow comment or a path of the configuration suppressed, and those in generated files and in folders of examples.
type Result struct {
	Suppressed []Suppression
	Generated  []analysis.Diagnostic
	Examples   []analysis.Diagnostic // those in folders of examples

	details map[saying]detail // of the findings that name any
	weight  Severity          // of all findings, or "" if the settings give none
	level   Severity          // of findings that name none
}

// A saying identifies a finding among those of one rule on one package.
type saying struct {
	pos     token.Pos
	message string
}

// A detail holds those properties of a finding for which go/analysis has no place.
type detail struct {
	severity   Severity
	confidence Confidence
}

// Severity returns the severity of a finding of the rule.
func (r *Result) Severity(d analysis.Diagnostic) Severity {
	return cmp.Or(r.weight, r.details[saying{d.Pos, d.Message}].severity, r.level, Warning)
}

// Confidence says how sure a finding of the rule is.
func (r *Result) Confidence(d analysis.Diagnostic) Confidence {
	return cmp.Or(r.details[saying{d.Pos, d.Message}].confidence, Sure)
}

// A Suppression is a suppressed finding, with the reason.
type Suppression struct {
	Diagnostic analysis.Diagnostic
	Reason     string
	Comment    token.Pos // that suppresses it; NoPos if the configuration does
}

// Summary is one sentence: the first paragraph of the page after its title, on one line.
func (r *Rule) Summary() string {
	_, rest, _ := strings.Cut(r.Doc, "\n")
	para, _, _ := strings.Cut(strings.TrimSpace(rest), "\n\n")
	return strings.Join(strings.Fields(para), " ")
}

// Quotes returns the IDs of all the quotes that the rule may cite.
func (r *Rule) Quotes() []principles.ID { return append([]principles.ID{r.Cites}, r.Also...) }

func (r *Rule) run(ap *analysis.Pass) (any, error) {
	set := SettingsOf(ap)
	pass := r.newPass(ap, set)
	if !set.Enabled(r) || r.Wants != nil && !r.Wants(pass) {
		return pass.result, nil
	}
	defer Alone(ap.Pkg)()
	if err := r.Run(pass); err != nil {
		return nil, err
	}
	pass.flush()
	return pass.result, nil
}

// newPass returns a pass of the rule with settings.
func (r *Rule) newPass(ap *analysis.Pass, set *Settings) *Pass {
	found, _ := ap.ResultOf[directives].(*Directives)
	return &Pass{
		Pass: ap, Rule: r, Settings: set, Options: set.Options(r.Name, r.Options),
		directives: found, result: &Result{weight: set.rules.severity[r.Name], level: r.Severity},
	}
}
