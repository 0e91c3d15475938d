// Package rule is the contract of a zahariacheck rule: what a rule declares, and the one way to report.
//
// A rule is a plain go/analysis pass, so it runs under any driver of such passes. What go/analysis has no place for
// (severity, tier, since) stands in [Rule]; what every driver must agree on (the citation, the category,
// generated files, allow comments) happens in [Pass.Report].
package rule

import (
	"flag"
	"go/ast"
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

// A Severity is a rule's default weight. Drivers that know levels show it; config can change it.
type Severity string

const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// A Rule is one check and everything that is said about it.
type Rule struct {
	// Name is folder, package, analyzer name, flag, SARIF ruleId, config key and allow name: one lower-case word.
	Name string
	// Cites is the quote that a finding rests on; Also are those of further categories of the rule.
	Cites principles.ID
	Also  []principles.ID
	// Doc is the rule's page, rule.md. Its first paragraph after the title is the summary.
	Doc      string
	Severity Severity // "" is Warning
	Tier     Tier     // "" is Stable
	Since    string   // the release that brought the rule, such as "v0.1.0"

	// Flags declares the rule's options; they become -NAME.option. Nil if it has none.
	Flags func(*flag.FlagSet)
	// Requires are analyzers whose results Run asks for, such as llm.Analyzer.
	Requires []*analysis.Analyzer
	// RunDespiteErrors says that Run copes with a package that parses but has type errors, in which types are missing.
	RunDespiteErrors bool
	// Wants says, from syntax alone, whether the rule could find anything in a package; where it could not, Run is not
	// called. Nil if syntax cannot tell: a rule about models asks llm.Info, which is empty where no model can be reached.
	Wants func(files []*ast.File) bool
	// Run reports what is wrong in one package through Pass.Report.
	Run func(*Pass) error

	once     sync.Once
	analyzer *analysis.Analyzer
	enabled  *bool
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
			Requires:   append([]*analysis.Analyzer{directives}, r.Requires...),
			ResultType: reflect.TypeFor[*Result](),
			Run:        r.run,

			RunDespiteErrors: r.RunDespiteErrors,
		}
		if r.Flags != nil {
			r.Flags(&r.analyzer.Flags)
		}
	})
	return r.analyzer
}

// A Result is what a rule leaves behind for the rule "allow" and for drivers that count: the findings that
// an allow comment or a path of the configuration suppressed, and those in generated files.
type Result struct {
	Suppressed []Suppression
	Generated  []analysis.Diagnostic
}

// A Suppression is one finding that is held back, and why.
type Suppression struct {
	Diagnostic analysis.Diagnostic
	Reason     string
	Comment    token.Pos // that holds it back; NoPos if the configuration does
}

// Enabled says whether the rule reports: stable ones do unless switched off, preview ones only when switched on.
func (r *Rule) Enabled() bool {
	if r.enabled != nil {
		return *r.enabled
	}
	return r.Tier != Preview
}

// Enable switches the rule on or off for the whole process, whatever its tier. Drivers call it before they run.
func (r *Rule) Enable(on bool) { r.enabled = &on }

// Level is the rule's default severity.
func (r *Rule) Level() Severity {
	if r.Severity == "" {
		return Warning
	}
	return r.Severity
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
	res := new(Result)
	if !r.Enabled() || r.Wants != nil && !r.Wants(ap.Files) {
		return res, nil
	}
	pass := &Pass{Pass: ap, Rule: r, directives: ap.ResultOf[directives].(*Directives), result: res}
	if err := r.Run(pass); err != nil {
		return nil, err
	}
	pass.flush()
	return res, nil
}
