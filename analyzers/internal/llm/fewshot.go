package llm

import (
	"go/ast"
	"go/types"
	"slices"
	"sort"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// exampleFields is how many texts an entry of a few-shot table has: the question and the answer.
const exampleFields = 2

// fewShot returns the table of examples that contains a literal, or nil: a list of at least two structs or maps, each
// with two texts or more. Chat messages have one text each, so a list of them does not count.
func (b *builder) fewShot(e ast.Expr) *ast.CompositeLit {
	if b.examples == nil {
		b.examples = b.tables(b.isExamples)
	}
	return tableWith(b.examples, e)
}

// tableWith returns the innermost of some tables, sorted by position, that contains an expression, or nil.
func tableWith(tables []*ast.CompositeLit, e ast.Expr) *ast.CompositeLit {
	after := sort.Search(len(tables), func(i int) bool { return tables[i].Pos() > e.Pos() })
	for i := after - 1; i >= 0; i-- {
		if e.End() <= tables[i].End() {
			return tables[i]
		}
	}
	return nil
}

// tables returns the composite literals of the package that are of a kind, by position, and never nil. They are computed once a kind: a
// search around each literal would be quadratic in the size of the file.
func (b *builder) tables(is func(*ast.CompositeLit) bool) []*ast.CompositeLit {
	out := []*ast.CompositeLit{}
	for _, f := range b.pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			if list, ok := n.(*ast.CompositeLit); ok && is(list) {
				out = append(out, list)
			}
			return true
		})
	}
	slices.SortFunc(out, func(a, b *ast.CompositeLit) int { return int(a.Pos() - b.Pos()) })
	return out
}

func (b *builder) isExamples(list *ast.CompositeLit) bool {
	if shape.Elem(b.pass.TypesInfo.TypeOf(list)) == nil {
		return false
	}
	examples := 0
	for _, el := range list.Elts {
		if u, ok := el.(*ast.UnaryExpr); ok {
			el = u.X
		}
		entry, ok := el.(*ast.CompositeLit)
		if !ok {
			return false
		}
		texts := 0
		for _, field := range entry.Elts {
			if kv, ok := field.(*ast.KeyValueExpr); ok {
				field = kv.Value
			}
			if tv := b.pass.TypesInfo.Types[field]; tv.Value != nil && typex.IsText(types.Default(tv.Type)) && hasProse(b.literals(field)) {
				texts++
			}
		}
		if texts >= exampleFields {
			examples++
		}
	}
	return examples >= 2
}
