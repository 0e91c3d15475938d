package analyzers

import (
	"fmt"
	"go/token"
	"go/types"
	"io"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// What drivers need of the contract of a rule, whose package only rules can import.
type (
	Rule     = rule.Rule
	Pass     = rule.Pass
	Finding  = rule.Finding
	Result   = rule.Result
	Severity = rule.Severity
	Tier     = rule.Tier

	Confidence = rule.Confidence
	Group      = rule.Group
)

const (
	Version = rule.Version
	Stable  = rule.Stable
	Preview = rule.Preview
	Error   = rule.Error
	Warning = rule.Warning
	Info    = rule.Info
	Sure    = rule.Sure
	Likely  = rule.Likely
)

// Groups are all groups of rules, in the order in which they are shown.
func Groups() []Group { return slices.Clone(rule.Groups) }

// Clean makes text from the code under check safe to show; see [rule.Clean].
func Clean(text string, max int) string { return rule.Clean(text, max) }

// ReportTests reports whether findings in _test.go files are reported: for the whole process, before it runs a rule.
func ReportTests(on bool) { rule.Tests = on }

// ReportExamples reports whether findings in folders of examples are reported: for the whole process, before it runs a rule.
func ReportExamples(on bool) { rule.Examples = on }

// Exclude sets the function that says why a rule reports nothing in a file, or "" if it does report. Call it before a rule
// runs. Findings that it excludes count as suppressed.
func Exclude(why func(file, rule string) string) { rule.ExclusionReason = why }

// OnIncomplete sets the function that the process calls, from several goroutines at once, for code that the rules skip because
// it is too large. Call it before a rule runs.
func OnIncomplete(tell func(pkg *types.Package, pos token.Pos, what string)) {
	rule.ReportIncomplete = tell
}

// DeferFacts sets the function that decides whether a pass leaves out a rarely needed fact about its package. The driver must run
// the analyzer on the package again once the fact is needed. Call it before a rule runs.
func DeferFacts(decide func(*types.Package, analysis.Fact) bool) { rule.DeferFacts = decide }

// AddCatalogue adds to what is known of SDKs, for the whole process, before it runs a rule. The error joins all that is
// wrong, each as "name:line: what was expected".
func AddCatalogue(name string, r io.Reader) error { return catalogue.Default().Add(name, r) }

// CatalogueSummary says what the catalogue knows of each SDK, a line a module: name, vendor, class, path, the version that was checked
// and the number of entries.
func CatalogueSummary() []string {
	entries := map[*catalogue.SDK]int{}
	for _, e := range catalogue.Default().Entries() {
		entries[e.SDK]++
	}
	var lines []string
	for _, sdk := range catalogue.Default().SDKs() {
		for _, m := range sdk.Modules {
			version := m.Version
			if m.Unavailable != "" {
				version += " (not served by the module proxy)"
			}
			lines = append(lines, fmt.Sprintf("%-24s %-12s %-12s %4d entries  %s %s", sdk.Name, sdk.Vendor, sdk.Class, entries[sdk], m.Path, version))
		}
	}
	return lines
}

// IsSDK reports whether a package belongs to an SDK of the catalogue that talks to a service: one for models, vector stores or a cloud.
func IsSDK(path string) bool {
	sdk := catalogue.Default().SDKOf(path)
	return sdk != nil && (sdk.Class == "model" || sdk.Class == "vectorstore" || sdk.Class == "cloud" || sdk.Class == "framework")
}
