package analyzers

import (
	"fmt"
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
	Settings = rule.Settings
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

// NewSettings returns the settings of a driver that sets nothing.
func NewSettings() *Settings { return rule.NewSettings() }

// Bind returns a function that copies an analyzer of this package to one that runs with settings; see [rule.Settings.Bind].
func Bind(s *Settings) func(*analysis.Analyzer) *analysis.Analyzer { return s.Bind(rules) }

// BindAll returns every rule as a go/analysis pass that runs with settings, sorted by name.
func BindAll(s *Settings) []*analysis.Analyzer {
	all, bind := All(), Bind(s)
	for i, a := range all {
		all[i] = bind(a)
	}
	return all
}

// VendorNames returns the vendors and SDKs that the catalogue of the settings knows, as rows and configurations name them.
func VendorNames(s *Settings) (names []string) {
	for _, sdk := range s.Catalogue().SDKs() {
		names = append(names, sdk.Vendor, sdk.Name)
	}
	return names
}

// CatalogueSummary returns what the catalogue of the settings has on each SDK, a line per module: name, vendor, class, number of
// entries, path, and the version that they were checked against.
func CatalogueSummary(s *Settings) []string {
	entries := map[*catalogue.SDK]int{}
	for _, e := range s.Catalogue().Entries() {
		entries[e.SDK]++
	}
	var lines []string
	for _, sdk := range s.Catalogue().SDKs() {
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

// IsSDK reports whether a package belongs to an SDK that talks to a service: one for models, vector stores or a cloud, or a framework
// that binds these.
func IsSDK(s *Settings, path string) bool {
	sdk := s.Catalogue().SDKOf(path)
	return sdk != nil && (sdk.Class == "model" || sdk.Class == "vectorstore" || sdk.Class == "cloud" || sdk.Class == "framework")
}
