// Package suggest finds the known word that someone meant.
package suggest

import (
	"fmt"
	"slices"
)

// DidYouMean returns `; did you mean "X"?` for the word of known that is nearest to word, or "" if none is near.
func DidYouMean(word string, known []string) string {
	best, at := len(word)/3+1, ""
	for _, k := range slices.Sorted(slices.Values(known)) {
		if d := distance(word, k); d < best {
			best, at = d, k
		}
	}
	if at == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", at)
}

// distance is the Levenshtein distance of a and b in bytes.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j]+1, row[j+1]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}
