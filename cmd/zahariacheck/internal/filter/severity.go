// Package filter takes findings out of a report: those that a baseline knows, those that are not new, those that do not weigh enough.
package filter

import (
	"fmt"
	"slices"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// Severity reads the name of a severity.
func Severity(word string) (analyzers.Severity, error) {
	s := analyzers.Severity(word)
	if !slices.Contains(finding.Severities, s) {
		return s, fmt.Errorf("want one of %v", finding.Severities)
	}
	return s, nil
}

// HasAtLeast reports whether one of the findings is at least as severe as that.
func HasAtLeast(all []finding.Finding, least analyzers.Severity) bool {
	return slices.ContainsFunc(all, func(f finding.Finding) bool {
		return slices.Index(finding.Severities, f.Severity) <= slices.Index(finding.Severities, least)
	})
}
