package analyzers

import (
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule/ruletest"
)

// TestReported holds the rules to kinds of bugs that users of Go programs for models have reported in public: in testdata/src/reported,
// bad has a finding of the rule where it says so, and good has none.
func TestReported(t *testing.T) {
	cases := map[string][]string{
		"agentloop":      {"agent"},
		"droppedusage":   {"usage"},
		"emptyresponse":  {"chunk", "filtered"},
		"modelexec":      {"query"},
		"retiredmodel":   {"fallback"},
		"schematag":      {"schema"},
		"streamerr":      {"longline", "broken"},
		"toolcall":       {"arguments", "assertion", "failure", "printed"},
		"uncancellable":  {"timeout", "channel"},
		"unstableprompt": {"clock", "zero"},
		"untypedoutput":  {"fenced"},
	}
	packages := map[string][]string{}
	for rule, names := range cases {
		for _, name := range names {
			packages[rule] = append(packages[rule], "reported/"+name+"/bad", "reported/"+name+"/good")
		}
	}
	ruletest.Check(t, "testdata/src", Rules(), packages)
}

// TestCures holds the pages to one style: code that the page of one rule shows as its cure passes all rules.
func TestCures(t *testing.T) { ruletest.CheckCures(t, Rules()) }
