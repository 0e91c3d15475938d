package llm

import (
	"go/ast"
	"go/types"
	"slices"
	"sort"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
)

// exampleFields is how many texts of its own an entry of a few-shot table has: what is asked and what is answered.
const exampleFields = 2

// fewShot returns the table of examples that a literal stands in, or nil: a list of at least two structs or maps, each
// with two texts or more. A list of chat messages has one text each and is none.
func (k *knowledge) fewShot(e ast.Expr) *ast.CompositeLit {
	tables := k.fewShotTables()
	after := sort.Search(len(tables), func(i int) bool { return tables[i].Pos() > e.Pos() })
	for i := after - 1; i >= 0; i-- {
		if e.End() <= tables[i].End() {
			return tables[i]
		}
	}
	return nil
}

// fewShotTables are those of the package, by position: to look for one around each literal anew takes time that grows
// with the square of the file.
func (k *knowledge) fewShotTables() []*ast.CompositeLit {
	if k.examples == nil {
		k.examples = []*ast.CompositeLit{}
		for _, f := range k.pass.Files {
			ast.Inspect(f, func(n ast.Node) bool {
				if list, ok := n.(*ast.CompositeLit); ok && k.isExamples(list) {
					k.examples = append(k.examples, list)
				}
				return true
			})
		}
		slices.SortFunc(k.examples, func(a, b *ast.CompositeLit) int { return int(a.Pos() - b.Pos()) })
	}
	return k.examples
}

func (k *knowledge) isExamples(list *ast.CompositeLit) bool {
	if shape.Elem(k.pass.TypesInfo.TypeOf(list)) == nil {
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
			if tv := k.pass.TypesInfo.Types[field]; tv.Value != nil && isText(types.Default(tv.Type)) && prose(k.pieces(field)) {
				texts++
			}
		}
		if texts >= exampleFields {
			examples++
		}
	}
	return examples >= 2
}
