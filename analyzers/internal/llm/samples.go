package llm

import (
	"go/token"
	"slices"
	"strings"
	"unicode"
)

// sampleNames are words of the names of functions and variables that hold data to try a program with.
var sampleNames = []string{"sample", "samples", "mock", "mocks", "dummy", "fixture", "fixtures"}

// isSample reports whether a place lies in a function or variable that holds such data, by its name.
func (b *builder) isSample(pos token.Pos) bool {
	words := strings.FieldsFunc(splitCamel(b.enclosing(pos).decl), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(words, func(word string) bool { return slices.Contains(sampleNames, strings.ToLower(word)) })
}

// splitCamel puts a space before each word of a name: a capital letter after another letter or before a small one.
func splitCamel(name string) string {
	var out strings.Builder
	letters := []rune(name)
	for i, r := range letters {
		if unicode.IsUpper(r) && (i > 0 && unicode.IsLower(letters[i-1]) || i+1 < len(letters) && unicode.IsLower(letters[i+1])) {
			out.WriteByte(' ')
		}
		out.WriteRune(r)
	}
	return out.String()
}
