package llm

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
)

// minWords is the least number of words in prose: shorter texts are labels and glue. The shortest prompt seen in real code has four.
const minWords = 4

// likelyWords is that number for a text that only may reach a model, and for one that only fills another, which mostly is a value. Of
// the shorter ones that may reach one, on ten labelled repositories, three of five were notes that a program writes into its records,
// and most of fourteen on another one (November 2026).
const likelyWords = 6

// wordShares is the number of shares of a word that letters of scripts without spaces have, see sharesOf.
const wordShares = 6

// sharesOf returns how many shares of a word a letter is in a script that is written without spaces, or 0 in others: translations from
// English have less than two Han characters a word, about three kana, and five to six letters of Thai and its like.
func sharesOf(r rune) int {
	switch {
	case r <= unicode.MaxLatin1:
		return 0
	case unicode.Is(unicode.Han, r):
		return wordShares / 2
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		return wordShares / 3
	case unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
		return 1
	}
	return 0
}

// placeholder matches what a format or a template leaves to be filled in, and URLs: none of it counts as words.
var placeholder = regexp.MustCompile(`[a-zA-Z][a-zA-Z0-9+.-]*://[^\s"'<>()]+|%[-+# 0]*(\[\d+\])?[\d.*]*[a-zA-Z%]|\{\{[^}]*\}\}|\$?\{[A-Za-z_][\w.]*\}|<[/!]?[A-Za-z_][^<>\n]{0,60}>`)

// CountWords counts the words of a text as a reader would: runs of letters, without placeholders. A text without a space, such
// as a path or encoded data, counts as one word at most.
func CountWords(text string) int {
	spaced := strings.ContainsFunc(strings.TrimSpace(text), unicode.IsSpace)
	text = placeholder.ReplaceAllString(text, " ")
	words, dense, in := 0, 0, false
	for _, r := range text {
		shares := sharesOf(r)
		switch {
		case shares > 0:
			dense += shares
			in = false
		case unicode.IsLetter(r):
			if !in && (spaced || words == 0) {
				words++
			}
			in = true
		case in && (r == '\'' || r == '’' || r == '-' || r == '_' || unicode.IsDigit(r)):
		default:
			in = false
		}
	}
	return words + dense/wordShares
}

// hole matches what a format or a template leaves to be filled in.
var hole = regexp.MustCompile(`%[-+# 0]*(\[\d+\])?[\d.*]*[a-zA-Z]|\{\{[^}]*\}\}|\$?\{[A-Za-z_][\w.]*\}`)

// wordsPerHole is the number of words per hole up to which a text is a frame for data, not prose.
const wordsPerHole = 2

// proseWords counts the words of a text, but returns less than minWords for a note in brackets, for headings and labels before
// data, and for a frame with about as many holes as words: such texts do not instruct a model. Of the JSON of a request it counts the
// texts in it.
func proseWords(text string) int {
	if shape.IsRequestText(text) {
		return contentWords(text)
	}
	words := CountWords(text)
	if words < minWords {
		return words
	}
	if isBracketed(text) && words < longNote && !demands.MatchString(text) || isHeading(text) || words <= wordsPerHole*len(hole.FindAllString(text, -1)) || isFrame(text) {
		return minWords - 1
	}
	return words
}

// longNote is the number of words from which a note in brackets tells a model what to do rather than what there is.
const longNote = 15

// demands matches what a note in Chinese, where whole sentences stand in brackets, says when it asks for something.
var demands = regexp.MustCompile(`请|必须|禁止|不要`)

// isBracketed reports whether a text is one note in brackets: "[2 files attached]". Where a value stands in the note, its two literals
// have a bracket each: "[the film ", " cannot be shown]".
func isBracketed(text string) bool {
	text = asciiBrackets.Replace(strings.TrimSpace(text))
	begin, end := strings.Count(text, "["), strings.Count(text, "]")
	switch {
	case strings.HasPrefix(text, "(") && strings.Index(text, ")") == len(text)-1:
		return true
	case strings.HasPrefix(text, "["):
		return end == 0 || strings.Index(text, "]") == len(text)-1
	default:
		return begin == 0 && end == 1 && strings.HasSuffix(text, "]")
	}
}

// asciiBrackets replaces the brackets of Chinese and Japanese by those of English that are used as they are.
var asciiBrackets = strings.NewReplacer("【", "[", "】", "]", "〔", "[", "〕", "]", "（", "(", "）", ")")

// longHeading is the number of words from which a line before data is an instruction rather than a heading.
const longHeading = 8

// isHeading reports whether a text is one heading in the middle of another text: after a line break or the mark of a list or heading,
// it ends in a colon, or it is a heading or the row of a table in Markdown. In capitals, it is one wherever it stands.
func isHeading(text string) bool {
	line := strings.TrimSpace(text)
	if strings.HasPrefix(line, "|") && strings.HasSuffix(line, "|") && !strings.Contains(line, "\n") {
		return true
	}
	marked := strings.HasPrefix(line, "#")
	inside := marked || strings.HasPrefix(text, "\n") || strings.HasPrefix(line, "- ") || line == strings.ToUpper(line) && line != strings.ToLower(line)
	ends := strings.HasSuffix(line, ":") || marked && strings.HasSuffix(text, "\n")
	return inside && ends && !strings.Contains(line, "\n") && CountWords(line) < longHeading
}

// aside matches a remark in brackets, which makes a label no instruction unless it is long, see withoutAsides. In Chinese, an instruction
// needs no more than sixteen letters.
var aside = regexp.MustCompile(`\([^()\n]*\)|\[[^\[\]\n]*\]|[（【][^（）【】\n]{0,15}[）】]`)

// withoutAsides cuts the remarks in brackets out of a text, but not those that are long enough to tell a model what to do.
func withoutAsides(text string) string {
	return aside.ReplaceAllStringFunc(text, func(remark string) string {
		if CountWords(remark) >= longNote {
			return remark
		}
		return ""
	})
}

// heading matches a heading as it is written in Chinese and Japanese, before its data on the same line or the next.
var heading = regexp.MustCompile(`【[^【】\n]{0,15}】`)

// pair matches a name with the value that fills it: "day=%d".
var pair = regexp.MustCompile(`[\pL\pN_]+ ?= ?%[-+# 0]*[\d.]*[a-zA-Z]`)

// longLabel is the number of words from which a clause before a colon says more than what follows.
const longLabel = 12

// declares matches the beginning of a clause that says what follows it and asks for nothing: "The request is between the tags below:".
var declares = regexp.MustCompile(`(?i)^[^\pL]*(and )?(the|this|these|those|that|here|current|currently|previous|recent|relevant|based on|for reference|my|our|its|their)\b|^[^\pL]*(以下|以上|下面|上面|当前|目前|这是|这些)`)

// nounLabel is the number of words from which a label is taken for a sentence even if it has no word of grammar.
const nounLabel = 6

// grammar matches the words that a request has and the name of a thing mostly has not: "Sort these letters" but "Letter list of today".
var grammar = regexp.MustCompile(`(?i)\b(an?|the|this|these|those|that|to|in|into|for|from|with|as|by|on|at|or|my|your|its?|is|are|be|me|you|if|only|not|no|what|which|how|why|who|please)\b|请|把|将|为|的`)

// announces reports whether the part of a line before a colon is a label: a few words, the name of a thing whose data is on the same
// line, or a clause that only says what follows.
func announces(text string, sameLine bool) bool {
	words := CountWords(text)
	return words < minWords || sameLine && words < nounLabel && !grammar.MatchString(text) || words < longLabel && declares.MatchString(text) && !strings.ContainsAny(text, ".!?;")
}

// modal matches the words by which a statement asks for something.
var modal = regexp.MustCompile(`(?i)\b(must|should|shall|needs?|never|always|only|please)\b|请|必须|禁止|不要|应`)

// isStatement reports whether a text only says what there is, in a few words.
func isStatement(text string) bool {
	return declares.MatchString(text) && !modal.MatchString(text) && CountWords(text) < longLabel
}

// narrowColon replaces the colon of Chinese and Japanese, which no space follows.
var narrowColon = strings.NewReplacer("：\n", ":\n", "：", ": ")

// isFrame reports whether a text consists of labels: parts of a line that end in a colon, and headings; asides are not counted.
func isFrame(text string) bool {
	labels, other := len(heading.FindAllString(text, -1)), 0
	text = narrowColon.Replace(pair.ReplaceAllString(withoutAsides(text), ""))
	for line := range strings.Lines(text) {
		for {
			label, rest, ok := strings.Cut(line, ":")
			if !ok || rest != "" && !strings.ContainsAny(rest[:1], " \t\r\n") {
				break // the rest of the line; a colon inside a word ends no label
			}
			if !announces(label, !strings.HasPrefix(rest, "\n")) {
				return false
			}
			labels++
			line = rest
		}
		other += CountWords(line)
	}
	return labels > 0 && other == 0
}
