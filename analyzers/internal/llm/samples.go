package llm

import (
	"go/ast"
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

// dataEntries is the number of entries from which a table of short texts holds data, such as sentences to practise or topics to choose
// from, of which one is filled into a prompt; dataWords bounds their words. Tables of instructions, one a style or a language, have fewer
// entries or longer ones. Both kinds of data were met on panels, and reported entry by entry (eighth and twelfth, 2026).
const (
	dataEntries = 12
	dataWords   = 10
)

// isTableData reports whether a literal is an entry of such a table.
func (b *builder) isTableData(e ast.Expr) bool {
	if b.data == nil {
		b.data = b.tables(b.isData)
	}
	return tableWith(b.data, e) != nil
}

func (b *builder) isData(list *ast.CompositeLit) bool {
	if len(list.Elts) < dataEntries {
		return false
	}
	for _, entry := range list.Elts {
		if kv, ok := entry.(*ast.KeyValueExpr); ok {
			entry = kv.Value
		}
		if text, ok := b.flow.ConstantString(entry); !ok || CountWords(text) >= dataWords {
			return false
		}
	}
	return true
}
