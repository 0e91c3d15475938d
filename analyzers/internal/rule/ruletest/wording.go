package ruletest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// maxWords is how long a message is at most, without the citation: about 25 words. A quoted text, and what stands in parentheses,
// is one word.
const maxWords = 28

var (
	quoted      = regexp.MustCompile("\"[^\"]*\"|`[^`]*`")
	parentheses = regexp.MustCompile(`\([^()]*\)`)
)

// verbs begin the second part of a message, which says what to do.
var verbs = strings.Fields(`accept add ask bound call cancel check compare correct create cut declare defer delete do drop encode export give
	increase keep let load look make move name pass print put read record remove rename repeat return say see select send set sort store take treat unexport use
	write`)

// banned are phrases that no message and no step of a trace may hold, with what to write.
var banned = map[string]string{
	"a look at":       "without checking",
	"asks for":        "uses, tests for, requires",
	"gives back":      "returns",
	"give back":       "return",
	"given back":      "returned",
	"hands on":        "passes on",
	"holds back":      "suppresses",
	"is told":         "receives",
	"is to be had":    "is available",
	"keeps to itself": "does not export",
	"passes for":      "looks like",
	"speaks":          "supports",
	"stands behind":   "implements",
	"what else":       "another",
	"wants":           "requires",
	"words otherwise": "is worded differently",
}

// wording says what is wrong with the words of a message, or "": it is one sentence, of at most maxWords words, that says what
// is wrong here, a semicolon, and a clause that starts with a verb and says what to do.
func wording(message string) string {
	plain := parentheses.ReplaceAllString(quoted.ReplaceAllString(message, "Q"), "P")
	if n := len(strings.Fields(plain)); n > maxWords {
		return fmt.Sprintf("the message has %d words, more than %d", n, maxWords)
	}
	i := strings.LastIndex(plain, "; ")
	if i < 0 {
		return "the message has no semicolon before what to do"
	}
	if verb, _, _ := strings.Cut(plain[i+2:], " "); !slices.Contains(verbs, verb) {
		return fmt.Sprintf("what to do starts with %q, which is not among the verbs of wording.go", verb)
	}
	if strings.Contains(plain, ". ") || strings.HasSuffix(plain, ".") {
		return "the message is more than one sentence, or ends with a full stop"
	}
	return unidiomatic(plain)
}

// unidiomatic names a banned phrase in a text and what to write instead, or returns "".
func unidiomatic(text string) string {
	for phrase, instead := range banned {
		if strings.Contains(text, phrase) {
			return fmt.Sprintf("write %q, not %q", instead, phrase)
		}
	}
	return ""
}
