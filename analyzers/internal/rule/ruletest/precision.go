package ruletest

import (
	"regexp"
	"strconv"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// A rule is on by default if so many of its findings were judged anywhere, and if at most one in ten was rejected of those on code
// that it was not made on. Of fewer than ten there, one may be: to make up for two takes eighteen that are kept.
const (
	judgedEnough = 10
	lostOneIn    = 10
)

var figure = regexp.MustCompile(`(?m)^\| (made on|unseen) \| (\d+) \| (\d+) \|$`)

// checkTier holds a rule that is on by default to the figures below "Measured precision" of its page, as far as there is a table:
//
//	| code | kept | seen |
//	|---|--:|--:|
//	| made on | 26 | 26 |
//	| unseen | 4 | 4 |
func checkTier(t *testing.T, r *rule.Rule, precision string) {
	rows := figure.FindAllStringSubmatch(precision, -1)
	if len(rows) == 0 {
		return
	}
	if len(rows) != 2 {
		t.Fatalf("the table of precision has %d rows, want one for the code that the rule was made on and one for unseen code", len(rows))
	}
	kept, seen := map[string]int{}, map[string]int{}
	for _, row := range rows {
		kept[row[1]], _ = strconv.Atoi(row[2])
		seen[row[1]], _ = strconv.Atoi(row[3])
	}
	lost := seen["unseen"] - kept["unseen"]
	proven := seen["made on"]+seen["unseen"] >= judgedEnough && lost <= max(1, seen["unseen"]/lostOneIn)
	if on := r.Tier != rule.Preview; on != proven {
		t.Errorf("the rule is on: %v, but by the figures of its page it should be: %v", on, proven)
	}
}
