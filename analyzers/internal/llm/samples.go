package llm

import (
	"go/token"
	"slices"
	"strings"
	"unicode"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
)

// sampleNames are words of the names of functions and variables that hold data to try a program with.
var sampleNames = []string{"sample", "samples", "mock", "mocks", "dummy", "fixture", "fixtures"}

// isSample reports whether a place lies in a function or variable that holds such data, by its name.
func (b *builder) isSample(pos token.Pos) bool {
	return slices.ContainsFunc(shape.Words(b.enclosing(pos).decl), func(word string) bool {
		letters := strings.FieldsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
		return slices.ContainsFunc(letters, func(w string) bool { return slices.Contains(sampleNames, w) })
	})
}
