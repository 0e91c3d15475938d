// Package filter takes findings out of a report: those that a baseline knows, those that are not new, those that do not weigh enough.
package filter

import (
	"fmt"
	"slices"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// severities from the most severe.
var severities = []analyzers.Severity{analyzers.Error, analyzers.Warning, analyzers.Info}

// Severity reads the name of a severity.
func Severity(word string) (analyzers.Severity, error) {
	s := analyzers.Severity(word)
	if !slices.Contains(severities, s) {
		return s, fmt.Errorf("want one of %v", severities)
	}
	return s, nil
}

// Reaches reports whether one of the findings is at least as severe as that.
func Reaches(all []finding.Finding, least analyzers.Severity) bool {
	return slices.ContainsFunc(all, func(f finding.Finding) bool {
		return slices.Index(severities, f.Severity) <= slices.Index(severities, least)
	})
}
