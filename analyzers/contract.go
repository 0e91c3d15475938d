package analyzers

import "github.com/zahariacheck/zahariacheck/analyzers/internal/rule"

// What drivers need of the contract of a rule, whose package only rules can import.
type (
	Rule     = rule.Rule
	Pass     = rule.Pass
	Finding  = rule.Finding
	Result   = rule.Result
	Severity = rule.Severity
	Tier     = rule.Tier
)

const (
	Version = rule.Version
	Stable  = rule.Stable
	Preview = rule.Preview
	Error   = rule.Error
	Warning = rule.Warning
	Info    = rule.Info
)

// Clean makes text from the code under check safe to show; see [rule.Clean].
func Clean(text string, max int) string { return rule.Clean(text, max) }

// ReportTests says whether findings in _test.go files are reported: for the whole process, before it runs a rule.
func ReportTests(on bool) { rule.Tests = on }
