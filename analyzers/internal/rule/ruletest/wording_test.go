package ruletest

import (
	"strings"
	"testing"
)

func TestWording(t *testing.T) {
	for message, want := range map[string]string{
		"reply.Choices[0] panics if the response has none (a, b, c); check len(reply.Choices) first": "",
		`model ID "a b c d" is fixed; make it an option`:                                             "",
		strings.Repeat("word ", 27) + "x; do it":                                                     "30 words",
		"x is wrong: use y":                                                                          "no semicolon",
		"x is wrong; y is right":                                                                     `starts with "y"`,
		"x is wrong. It fails; use y":                                                                "more than one sentence",
		"x is wrong; use y.":                                                                         "more than one sentence",
		"Ask gives back only text; return both":                                                      `write "returns"`,
		`"what else" is a phrase of code; quote it`:                                                  `starts with "quote"`,
	} {
		if got := wording(message); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", message, got, want)
		}
	}
}
