package surface

import (
	"cmp"
	"slices"
	"strings"
)

const (
	similar      = 0.6     // least share of words in common by which a prompt under another name is taken for the same one
	similarPairs = 250_000 // pairs that are compared: of 500 prompts that are gone with 500 new ones; of more, only equal texts are paired
	similarWords = 2000    // words of a prompt that are compared
)

// pairSimilar matches prompts of one role that have the same text, and then those that share most of their words, the most similar
// first.
func pairSimilar(old, new []Prompt) (both [][2]Prompt, gone, fresh []Prompt) {
	both, old, new = pair(old, new, func(p Prompt) string { return p.Role + "\x00" + textOf(p) })
	if len(old)*len(new) > similarPairs {
		return both, old, new
	}
	type match struct {
		i, j  int
		share float64
	}
	var matches []match
	left, right := wordSets(old), wordSets(new)
	for i, o := range old {
		for j, n := range new {
			if o.Role != n.Role {
				continue
			}
			if s := share(left[i], right[j]); s >= similar {
				matches = append(matches, match{i, j, s})
			}
		}
	}
	slices.SortStableFunc(matches, func(a, b match) int { return cmp.Compare(b.share, a.share) })
	usedOld, usedNew := map[int]bool{}, map[int]bool{}
	for _, m := range matches {
		if !usedOld[m.i] && !usedNew[m.j] {
			usedOld[m.i], usedNew[m.j] = true, true
			both = append(both, [2]Prompt{old[m.i], new[m.j]})
		}
	}
	for i, o := range old {
		if !usedOld[i] {
			gone = append(gone, o)
		}
	}
	for j, n := range new {
		if !usedNew[j] {
			fresh = append(fresh, n)
		}
	}
	return both, gone, fresh
}

// textOf is the text of a prompt, or its hash.
func textOf(p Prompt) string { return p.SHA256 + "\x00" + strings.Join(p.Text, "\n") }

// wordSets are the words of prompts, each once; of prompts without text there are none.
func wordSets(prompts []Prompt) (out []map[string]bool) {
	for _, p := range prompts {
		set := map[string]bool{}
		for _, line := range p.Text {
			for _, w := range strings.Fields(line) {
				if len(set) < similarWords {
					set[w] = true
				}
			}
		}
		out = append(out, set)
	}
	return out
}

// share is the share of the words of two sets that they have in common.
func share(a, b map[string]bool) float64 {
	all, both := len(b), 0
	for w := range a {
		if b[w] {
			both++
		} else {
			all++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(both) / float64(all)
}
