package loopinvariant

import (
	"go/ast"
	"go/token"
	"go/types"
)

// mayChange reports whether a variable may change inside the loop: it, or a part of it, is assigned, its address is taken, or,
// unless it is of a basic type, it takes part in a call other than the work itself.
func (l *loop) mayChange(v *types.Var, work *ast.CallExpr) bool {
	_, basic := v.Type().Underlying().(*types.Basic)
	mentions := func(n ast.Node) bool {
		found := false
		ast.Inspect(n, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			found = found || ok && l.info.ObjectOf(id) == v
			return !found && n != work
		})
		return found
	}
	changed := false
	ast.Inspect(l.stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				changed = changed || mentions(lhs)
			}
		case *ast.RangeStmt:
			changed = changed || n.Tok == token.ASSIGN && (mentions(n.Key) || n.Value != nil && mentions(n.Value))
		case *ast.IncDecStmt:
			changed = changed || mentions(n.X)
		case *ast.UnaryExpr:
			changed = changed || n.Op == token.AND && mentions(n.X)
		case *ast.CallExpr:
			changed = changed || !basic && mentions(n) // never so of the work itself
		}
		return !changed && n != work
	})
	return changed
}

// readOnly reports whether what json.Unmarshal(data, &v) fills is only ever read: a v that is changed, kept or handed on
// must be a fresh one on each turn.
func (l *loop) readOnly(decode *ast.CallExpr) bool {
	if len(decode.Args) != 2 {
		return false
	}
	ref, ok := decode.Args[1].(*ast.UnaryExpr)
	if !ok {
		return false
	}
	id, ok := ref.X.(*ast.Ident)
	if !ok {
		return false
	}
	v := l.info.ObjectOf(id)
	if !within(v, l.stmt) {
		return false
	}
	for c := range l.at.Preorder((*ast.Ident)(nil)) {
		if use := c.Node().(*ast.Ident); l.info.Uses[use] != v || use == id {
			continue
		}
		sel, ok := c.Parent().Node().(*ast.SelectorExpr)
		if !ok {
			return false
		}
		if _, basic := l.info.TypeOf(sel).Underlying().(*types.Basic); !basic {
			return false
		}
		if as, ok := c.Parent().Parent().Node().(*ast.AssignStmt); ok {
			for _, lhs := range as.Lhs {
				if lhs == sel {
					return false
				}
			}
		}
	}
	return true
}
