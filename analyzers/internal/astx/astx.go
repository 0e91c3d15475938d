// Package astx answers the questions about syntax that go/ast leaves to its users and that several rules ask.
package astx

import (
	"go/ast"
	"go/token"
)

// LineEnd returns where a node ends if that is on the line where it starts, and else token.NoPos: a finding covers no more
// than one line.
func LineEnd(fset *token.FileSet, n ast.Node) token.Pos {
	if fset.Position(n.Pos()).Line == fset.Position(n.End()).Line {
		return n.End()
	}
	return token.NoPos
}

// Call returns the innermost call expression of a path of enclosing nodes, innermost first, or nil.
func Call(path []ast.Node) *ast.CallExpr {
	for _, n := range path {
		if call, ok := n.(*ast.CallExpr); ok {
			return call
		}
	}
	return nil
}

// Calls returns the calls of files by their opening brackets, which is all that SSA knows of a call's place.
func Calls(files []*ast.File) map[token.Pos]*ast.CallExpr {
	calls := map[token.Pos]*ast.CallExpr{}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				calls[call.Lparen] = call
			}
			return true
		})
	}
	return calls
}
