package command

import (
	"maps"
	"slices"

	"github.com/zahariacheck/zahariacheck/internal/suggest"
)

func didYouMean(word string, known map[string]bool) string {
	return suggest.DidYouMean(word, slices.Collect(maps.Keys(known)))
}
