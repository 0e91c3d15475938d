package initeffect

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
)

// exitsOnEmbeddedError reports whether a call ends the process because data in the program cannot be read: it is in the branch of an
// error of a call of another module, all of whose arguments are constant or embedded. The first start shows such a bug, like a
// panic about a table.
func (w *walker) exitsOnEmbeddedError(exit *ast.CallExpr) bool {
	path := w.pass.Enclosing(exit.Pos())
	for i, n := range path {
		test, ok := n.(*ast.IfStmt)
		if !ok {
			continue
		}
		cond, ok := ast.Unparen(test.Cond).(*ast.BinaryExpr)
		if !ok || cond.Op != token.NEQ {
			return false
		}
		id, ok := cond.X.(*ast.Ident)
		if !ok {
			return false
		}
		if assign, ok := test.Init.(*ast.AssignStmt); ok {
			return w.readsEmbedded(assign)
		}
		if block, ok := path[i+1].(*ast.BlockStmt); ok {
			return w.readsEmbedded(w.lastAssignment(block, test, w.info.ObjectOf(id)))
		}
		return false
	}
	return false
}

// lastAssignment returns the last assignment to a variable in a block before another statement, or nil.
func (w *walker) lastAssignment(block *ast.BlockStmt, before ast.Stmt, v types.Object) *ast.AssignStmt {
	var last *ast.AssignStmt
	for _, s := range block.List {
		if s == before {
			break
		}
		if assign, ok := s.(*ast.AssignStmt); ok {
			for _, lhs := range assign.Lhs {
				if id, ok := lhs.(*ast.Ident); ok && w.info.ObjectOf(id) == v {
					last = assign
				}
			}
		}
	}
	return last
}

// readsEmbedded reports whether an assignment calls a function of another module on embedded data.
func (w *walker) readsEmbedded(assign *ast.AssignStmt) bool {
	if assign == nil || len(assign.Rhs) != 1 {
		return false
	}
	call, ok := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
	return ok && w.isEmbeddedCall(call)
}

func (w *walker) isEmbeddedCall(call *ast.CallExpr) bool {
	fn := callee(w.info, call)
	if fn == nil || fn.Pkg() == nil || w.pass.SameModule(fn.Pkg().Path()) || classify(fn) != "" {
		return false
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && w.info.Selections[sel] != nil && !w.isEmbedded(sel.X) {
		return false
	}
	for _, a := range call.Args {
		if !w.isEmbedded(a) {
			return false
		}
	}
	return len(call.Args) > 0
}

// isEmbedded reports whether an expression is a constant, a variable with a go:embed directive, the result of a call on such, or an
// address to read into.
func (w *walker) isEmbedded(e ast.Expr) bool {
	if w.info.Types[e].Value != nil {
		return true
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		return e.Op == token.AND
	case *ast.CallExpr:
		return w.info.Types[e.Fun].IsType() && w.isEmbedded(e.Args[0]) || w.isEmbeddedCall(e)
	case *ast.Ident:
		v, ok := w.info.Uses[e].(*types.Var)
		if !ok {
			return false
		}
		if v.Parent() == w.pass.Pkg.Scope() {
			return w.hasDirective(v)
		}
		path := w.pass.Enclosing(e.Pos())
		for i, n := range path {
			if block, ok := n.(*ast.BlockStmt); ok && i > 0 {
				if s, ok := path[i-1].(ast.Stmt); ok {
					if set := w.lastAssignment(block, s, v); set != nil {
						return w.readsEmbedded(set)
					}
				}
			}
		}
	}
	return false
}

// hasDirective reports whether a package variable is filled by a go:embed directive.
func (w *walker) hasDirective(v *types.Var) bool {
	for _, n := range w.pass.Enclosing(v.Pos()) {
		var doc *ast.CommentGroup
		switch n := n.(type) {
		case *ast.ValueSpec:
			doc = n.Doc
		case *ast.GenDecl:
			doc = n.Doc
		}
		if len(astx.EmbedPatterns(doc)) > 0 {
			return true
		}
	}
	return false
}
