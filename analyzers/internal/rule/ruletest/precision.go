package ruletest

import (
	"regexp"
	"strconv"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// A rule is on by default if so many of its findings were judged anywhere, and, once there are so many of them on code that it was
// not made on, if that part of these was kept.
const (
	judgedEnough = 10
	keptEnough   = 0.9
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
	proven := seen["made on"]+seen["unseen"] >= judgedEnough &&
		(seen["unseen"] < judgedEnough || float64(kept["unseen"]) >= keptEnough*float64(seen["unseen"]))
	if on := r.Tier != rule.Preview; on != proven {
		t.Errorf("the rule is on: %v, but by the figures of its page it should be: %v", on, proven)
	}
}
