package toolcall

import (
	"go/ast"
	"go/types"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// The type of a choice of github.com/tmc/langchaingo v0.1.14. Its adapters of some vendors make a choice of each block of one answer.
const choiceType = "github.com/tmc/langchaingo/llms.ContentChoice"

// checkFirstChoice reports tool calls that are read from the first choice of an answer only, in a package that uses an adapter for which text
// is one choice and each tool call another.
func (c *checker) checkFirstChoice() {
	first := map[types.Object]bool{} // variables that hold the first choice
	var reads []*ast.SelectorExpr
	for _, f := range c.pass.Files {
		for n := range ast.Preorder(f) {
			switch n := n.(type) {
			case *ast.RangeStmt:
				if t, ok := c.pass.TypesInfo.TypeOf(n.X).Underlying().(*types.Slice); ok && isChoice(t.Elem()) {
					return
				}
			case *ast.AssignStmt:
				for i, left := range n.Lhs {
					if id, ok := left.(*ast.Ident); ok && len(n.Lhs) == len(n.Rhs) && c.indexesFirst(n.Rhs[i]) {
						first[c.pass.TypesInfo.ObjectOf(id)] = true
					}
				}
			case *ast.SelectorExpr:
				if n.Sel.Name == "ToolCalls" && isChoice(c.pass.TypesInfo.TypeOf(n.X)) {
					reads = append(reads, n)
				}
			}
		}
	}
	for _, read := range reads {
		id, ok := ast.Unparen(read.X).(*ast.Ident)
		if c.indexesFirst(read.X) || ok && first[c.pass.TypesInfo.Uses[id]] {
			c.pass.Report(rule.Finding{Pos: read.Pos(), End: read.End(),
				Message: types.ExprString(read) + " misses tool calls: the adapter makes a choice of each block, so text comes first; read all of Choices"})
			return // once a package
		}
	}
}

// splitsAnswers reports whether the package imports an adapter that makes a choice of each block.
func (c *checker) splitsAnswers() bool {
	for _, e := range c.info.Catalogue().Kind("client") {
		if e.Attrs["choices"] == "blocks" && c.imports(e) {
			return true
		}
	}
	return false
}

func (c *checker) imports(e *catalogue.Entry) bool {
	for _, p := range c.pass.Pkg.Imports() {
		if p.Path() == e.Package() {
			return true
		}
	}
	return false
}

// indexesFirst reports whether an expression is the first of a list of choices.
func (c *checker) indexesFirst(e ast.Expr) bool {
	index, ok := ast.Unparen(e).(*ast.IndexExpr)
	if !ok || !isChoice(c.pass.TypesInfo.TypeOf(index)) {
		return false
	}
	v := c.pass.TypesInfo.Types[index.Index].Value
	return v != nil && v.ExactString() == "0"
}

func isChoice(t types.Type) bool { return isNamed(t, choiceType) }

// isNamed reports whether a type, or what it points to, has a name, written with the path of its package.
func isNamed(t types.Type, name string) bool { return types.TypeString(typex.Deref(t), nil) == name }
