// Package suggest finds the known word that someone meant.
package suggest

import (
	"fmt"
	"slices"
)

// DidYouMean returns `; did you mean "X"?` for the word of known that is nearest to word, or "" if none is near.
func DidYouMean(word string, known []string) string {
	if near := Nearest(word, known); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}

// Nearest returns the word of known that is nearest to word, or "" if none is near.
func Nearest(word string, known []string) string {
	best, at := len(word)/3+1, ""
	for _, k := range slices.Sorted(slices.Values(known)) {
		if d := distance(word, k); d < best {
			best, at = d, k
		}
	}
	return at
}

// distance is the number of bytes to insert, delete, replace or swap with the next that make b of a.
func distance(a, b string) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(row[j]+1, last[j+1]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
