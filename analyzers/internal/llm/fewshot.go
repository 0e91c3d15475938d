package llm

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/astutil"
)

// exampleFields is how many texts of its own an entry of a few-shot table has: what is asked and what is answered.
const exampleFields = 2

// fewShot returns the table of examples that a literal stands in, or nil: a list of at least two structs or maps, each
// with two texts or more. A list of chat messages has one text each and is none.
func (k *knowledge) fewShot(e ast.Expr) *ast.CompositeLit {
	for _, f := range k.pass.Files {
		if e.Pos() < f.FileStart || e.Pos() > f.FileEnd {
			continue
		}
		path, _ := astutil.PathEnclosingInterval(f, e.Pos(), e.End())
		for _, n := range path {
			if list, ok := n.(*ast.CompositeLit); ok && k.isExamples(list) {
				return list
			}
		}
	}
	return nil
}

func (k *knowledge) isExamples(list *ast.CompositeLit) bool {
	if elem(k.pass.TypesInfo.TypeOf(list)) == nil {
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
