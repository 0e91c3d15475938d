package prompttemplate

import (
	"cmp"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A text is the summary of a text that is used as a format.
type text struct {
	verbs           int
	complete        bool // the whole text is known
	words           int
	strayPercent    *percentSign // the first percent sign that does not start a verb
	trailingPercent *percentSign // one at the end, which appended text may turn into a verb: "%-" + width + "s"
}

// A percentSign is a percent sign with the words around it and the position of its literal.
type percentSign struct {
	text string
	pos  token.Pos
}

// unknownPart stands for an unknown part. It is invalid UTF-8, so no text contains it.
const unknownPart = "\xff"

var (
	// verb is a format verb with its flags, or an escaped percent sign.
	verb = regexp.MustCompile(`%%|%[-+# 0]*\d*(?:\.\d+)?[vTtbcdoOqxXUeEfFgGspw]`)
	// directive is a percent sign with everything that fmt parses as a part of it.
	directive = regexp.MustCompile(`(?s)%([-+# 0]*)(?:\[\d+\])?(?:\*|\d+)?(?:\.(?:\[\d+\])?(?:\*|\d*))?(?:\[\d+\])?(.?)`)
	// hugeWidth is a width that fmt ignores as too large.
	hugeWidth = regexp.MustCompile(`\d{7}`)
)

// scan parses a text as fmt does. A percent sign between a digit and a space is a percentage, whatever letter follows:
// "100% correct" has no verb "% c".
func scan(s string, pos token.Pos) text {
	t := text{complete: !strings.Contains(s, unknownPart), words: len(strings.Fields(s))}
	for _, m := range directive.FindAllStringSubmatchIndex(s, -1) {
		whole, flags, c := s[m[0]:m[1]], s[m[2]:m[3]], s[m[4]:m[5]]
		percentage := m[0] > 0 && s[m[0]-1] >= '0' && s[m[0]-1] <= '9' && strings.HasPrefix(flags, " ")
		switch {
		case strings.ContainsAny(whole, "[*") || c == unknownPart || hugeWidth.MatchString(whole):
			t.complete = false
		case c == "%" && flags == "":
		case c != "" && strings.Contains("vTtbcdoOqxXUeEfFgGspw", c) && !percentage:
			t.verbs++
		case c == "":
			t.trailingPercent = &percentSign{wordsAround(s, m[0], m[1]), pos}
		case t.strayPercent == nil:
			t.strayPercent = &percentSign{wordsAround(s, m[0], m[1]), pos}
		}
	}
	return t
}

// wordsAround cuts out the words on both sides of a percent sign.
func wordsAround(s string, from, to int) string {
	before := strings.LastIndexAny(s[:from], " \n\t") + 1
	after := to
	if i := strings.IndexAny(s[to:], " \n\t"); i >= 0 && i < 30 {
		after = to + i
	}
	for after < len(s) && !utf8.RuneStart(s[after]) {
		after++
	}
	return s[before:after]
}

func (t text) concat(o text) text {
	return text{verbs: t.verbs + o.verbs, complete: t.complete && o.complete && t.trailingPercent == nil, words: t.words + o.words, strayPercent: cmp.Or(t.strayPercent, o.strayPercent), trailingPercent: o.trailingPercent}
}

// addText adds a text unless there is an equivalent one.
func addText(texts []text, t text) []text {
	if slices.ContainsFunc(texts, func(o text) bool {
		return o.verbs == t.verbs && o.complete == t.complete && (o.strayPercent == nil) == (t.strayPercent == nil) && (o.trailingPercent == nil) == (t.trailingPercent == nil) && (o.words < minProse) == (t.words < minProse)
	}) {
		return texts
	}
	return append(texts, t)
}
