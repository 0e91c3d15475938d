// Package filter removes findings from a report: those in a baseline, those that are not new, and those below a severity.
package filter

import (
	"fmt"
	"slices"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// Severity parses the name of a severity.
func Severity(word string) (analyzers.Severity, error) {
	s := analyzers.Severity(word)
	if !slices.Contains(finding.Severities, s) {
		return s, fmt.Errorf("want one of %v", finding.Severities)
	}
	return s, nil
}

// HasAtLeast reports whether a finding has at least a severity.
func HasAtLeast(all []finding.Finding, least analyzers.Severity) bool {
	return slices.ContainsFunc(all, func(f finding.Finding) bool {
		return slices.Index(finding.Severities, f.Severity) <= slices.Index(finding.Severities, least)
	})
}
