package surface

import (
	"slices"
	"strings"
)

// A Word is a run of words that two texts share, or that one of them has.
type Word struct {
	Op   string `json:"op"` // "=" in both, "-" only in the old one, "+" only in the new one
	Text string `json:"text"`
}

// maxDiffWords bounds the texts whose words are compared one by one: it takes time and memory that grow with the square of what
// differs. Longer texts are shown as removed and added whole, between what they share at both ends.
const maxDiffWords = 6000

// Words compares two texts word by word. White space counts as one blank, or as a line break.
func Words(old, new string) []Word {
	a, b := strings.Fields(old), strings.Fields(new)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var out []Word
	out = appendWords(out, "=", a[:head])
	out = middle(out, a[head:len(a)-tail], b[head:len(b)-tail])
	return appendWords(out, "=", a[len(a)-tail:])
}

// middle compares what is left between the shared ends, by the longest common subsequence.
func middle(out []Word, a, b []string) []Word {
	if len(a)+len(b) > maxDiffWords {
		return appendWords(appendWords(out, "-", a), "+", b)
	}
	// common[i][j] is the length of the longest common subsequence of a[i:] and b[j:].
	common := make([][]uint16, len(a)+1)
	for i := range common {
		common[i] = make([]uint16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			out = appendWords(out, "=", a[i:i+1])
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && common[i+1][j] >= common[i][j+1]:
			out = appendWords(out, "-", a[i:i+1])
			i++
		default:
			out = appendWords(out, "+", b[j:j+1])
			j++
		}
	}
	return out
}

func appendWords(out []Word, op string, words []string) []Word {
	if len(words) == 0 {
		return out
	}
	text := strings.Join(words, " ")
	if n := len(out); n > 0 && out[n-1].Op == op {
		out[n-1].Text += " " + text
		return out
	}
	return append(out, Word{op, text})
}

func sameWords(words []Word) bool {
	return !slices.ContainsFunc(words, func(w Word) bool { return w.Op != "=" })
}
