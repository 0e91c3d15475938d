package flow

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
)

// Larger functions are not followed. Building SSA form and the index over it is superlinear: a function of 20,000 branches takes
// minutes. No hand-written function among the applications that the rules were measured on comes near.
const (
	maxBranches = 2000   // about 5,000 basic blocks
	maxNodes    = 50_000 // of the syntax tree
	maxNesting  = 100    // function literals in function literals
)

// An Oversize is a function, or the value of a package variable, that is too large to follow.
type Oversize struct {
	Pos  token.Pos
	What string // such as "func F has 20000 branches"
}

// withinBudget returns the files without the bodies of functions that are too large, and the order of initialisation
// without such values, so that no SSA form is built of these.
func withinBudget(info *types.Info, files []*ast.File) (kept []*ast.File, order []*types.Initializer, tooBig []Oversize) {
	for _, f := range files {
		decls := make([]ast.Decl, len(f.Decls))
		copy(decls, f.Decls)
		for i, d := range decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			if why := tooLarge(fn.Body); why != "" {
				tooBig = append(tooBig, Oversize{fn.Pos(), fmt.Sprintf("func %s has %s", fn.Name.Name, why)})
				external := *fn
				external.Body = nil
				decls[i] = &external
			}
		}
		file := *f
		file.Decls = decls
		kept = append(kept, &file)
	}
	for _, init := range info.InitOrder {
		if why := tooLarge(init.Rhs); why != "" {
			tooBig = append(tooBig, Oversize{init.Rhs.Pos(), fmt.Sprintf("the value of %s has %s", init.Lhs[0].Name(), why)})
			continue
		}
		order = append(order, init)
	}
	return kept, order, tooBig
}

// tooLarge says in what respect syntax is too large, or returns "".
func tooLarge(n ast.Node) string {
	branches, nodes, literals, deepest := 0, 0, 0, 0
	var stack []bool // which of the nodes above are function literals
	ast.Inspect(n, func(n ast.Node) bool {
		if n == nil {
			last := len(stack) - 1
			if stack[last] {
				literals--
			}
			stack = stack[:last]
			return true
		}
		nodes++
		_, literal := n.(*ast.FuncLit)
		stack = append(stack, literal)
		switch n := n.(type) {
		case *ast.FuncLit:
			literals++
			deepest = max(deepest, literals)
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt, *ast.CaseClause, *ast.CommClause:
			branches++
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR {
				branches++
			}
		}
		return true
	})
	switch {
	case branches > maxBranches:
		return fmt.Sprintf("%d branches", branches)
	case deepest > maxNesting:
		return fmt.Sprintf("function literals nested %d deep", deepest)
	case nodes > maxNodes:
		return fmt.Sprintf("a syntax tree of %d nodes", nodes)
	}
	return ""
}
