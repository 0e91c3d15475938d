package catalogue

import (
	"strings"

	"github.com/zahariacheck/zahariacheck/internal/suggest"
)

func list(words []string) string { return strings.Join(words, ", ") }

// didYouMean returns `; did you mean "X"?` for the word of known that is nearest to word, or "" if none is near.
func didYouMean(word string, known []string) string { return suggest.DidYouMean(word, known) }
