package emptyresponse

import (
	"go/ast"
	"go/token"
	"go/types"
	"math"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// isAlwaysEvaluated reports whether an expression is evaluated whenever its statement is begun, before all that others could see. What
// short-circuit operators guard, the later parts of a loop and the cases of a switch need not be. A call beside the expression counts on
// either side, since compilers may call first and index then.
func isAlwaysEvaluated(info *types.Info, x ast.Expr, path []ast.Node) bool {
	child, end := ast.Node(x), token.Pos(math.MaxInt)
	for _, n := range path[1:] {
		end = min(end, sequenced(info, n))
		if _, block := n.(*ast.BlockStmt); !block && hasEffect(info, n, x, end) {
			return false
		}
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if (n.Op == token.LAND || n.Op == token.LOR) && n.Y == child {
				return false
			}
		case *ast.IfStmt:
			if n.Init != nil && n.Init != child {
				return false // it may leave, or fill the list
			}
			if n.Init == nil && n.Cond != child {
				return false
			}
		case *ast.ForStmt:
			if n.Init != child && (n.Init != nil || n.Cond != child) {
				return false
			}
		case *ast.RangeStmt:
			if n.X != child {
				return false
			}
		case *ast.SwitchStmt:
			if n.Init != child && (n.Init != nil || n.Tag != child) {
				return false
			}
		case *ast.TypeSwitchStmt:
			if n.Init != child && (n.Init != nil || n.Assign != child) {
				return false
			}
		case *ast.AssignStmt, *ast.ReturnStmt, *ast.ExprStmt, *ast.DeclStmt, *ast.GenDecl, *ast.ValueSpec, *ast.SendStmt, *ast.IncDecStmt:
		case *ast.BlockStmt:
			return true
		case ast.Expr:
			if _, lit := n.(*ast.FuncLit); lit {
				return false
			}
		case *ast.KeyValueExpr:
		default:
			return false
		}
		child = n
	}
	return false
}

// checksError reports whether an if statement leaves where the error is not nil that the statement before gave, together with
// the variable at the root of the list.
func checksError(info *types.Info, check *ast.IfStmt, call ast.Stmt, root *ast.Ident) bool {
	assign, ok := call.(*ast.AssignStmt)
	if !ok || len(assign.Rhs) != 1 || len(assign.Lhs) < 2 || check.Init != nil || check.Else != nil || !endsInExit(check.Body) {
		return false
	}
	cond, ok := check.Cond.(*ast.BinaryExpr)
	if !ok || cond.Op != token.NEQ {
		return false
	}
	object := func(e ast.Expr) types.Object {
		if id, ok := e.(*ast.Ident); ok {
			return info.ObjectOf(id)
		}
		return nil
	}
	err, isNil := object(cond.X), info.Types[cond.Y].IsNil()
	given := func(obj types.Object) bool {
		return obj != nil && slices.ContainsFunc(assign.Lhs, func(e ast.Expr) bool { return object(e) == obj })
	}
	_, called := assign.Rhs[0].(*ast.CallExpr)
	return called && isNil && given(err) && typex.IsError(err.Type()) && given(info.ObjectOf(root))
}

// endsInExit reports whether a block ends in a statement that leaves it.
func endsInExit(block *ast.BlockStmt) bool {
	if len(block.List) == 0 {
		return false
	}
	switch last := block.List[len(block.List)-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return true
	case *ast.ExprStmt:
		call, ok := last.X.(*ast.CallExpr)
		return ok && types.ExprString(call.Fun) == "panic"
	}
	return false
}

// quiet are packages whose functions have no effect that others could see.
var quiet = []string{"strings", "strconv", "time"}

// hasNoEffect reports whether a statement neither leaves, nor changes the list, nor calls what others could see.
func hasNoEffect(info *types.Info, stmt ast.Stmt, root *ast.Ident) bool {
	switch stmt := stmt.(type) {
	case *ast.AssignStmt:
		for _, e := range stmt.Lhs {
			if id, ok := e.(*ast.Ident); !ok || info.ObjectOf(id) == info.ObjectOf(root) {
				return false
			}
		}
	case *ast.DeclStmt:
	default:
		return false
	}
	return !hasEffect(info, stmt, nil, stmt.End())
}

// sequenced returns where in a node the calls begin that come after the operand or the arguments which the language puts before them.
func sequenced(info *types.Info, n ast.Node) token.Pos {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		if n.Op == token.LAND || n.Op == token.LOR {
			return n.OpPos
		}
	case *ast.CallExpr:
		if !info.Types[n.Fun].IsType() && !info.Types[n.Fun].IsBuiltin() {
			return n.Rparen
		}
	}
	return math.MaxInt
}

// hasEffect reports whether the part of a node before a position, other than what holds x, waits, takes the address of a variable, or calls
// a function with an effect that others could see.
func hasEffect(info *types.Info, n ast.Node, x ast.Expr, end token.Pos) bool {
	beside := func(n ast.Node) bool {
		return n.Pos() < end && (x == nil || n.End() <= x.Pos() || n.Pos() >= x.End())
	}
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil, *ast.BlockStmt:
			return false
		case *ast.FuncLit:
			found = found || beside(n)
			return false
		case *ast.UnaryExpr:
			found = found || beside(n) && (n.Op == token.AND || n.Op == token.ARROW)
		case *ast.CallExpr:
			fn, _ := typeutil.Callee(info, n).(*types.Func)
			found = found || beside(n) && !(info.Types[n.Fun].IsType() || info.Types[n.Fun].IsBuiltin() ||
				fn != nil && fn.Pkg() != nil && slices.Contains(quiet, fn.Pkg().Path()))
		}
		return !found
	})
	return found
}

// recovers reports whether the function around the start of a path handles panics, one of an index among them.
func recovers(info *types.Info, path []ast.Node) bool {
	found := false
	for _, n := range path {
		fn, ok := n.(*ast.FuncDecl)
		if !ok {
			continue
		}
		ast.Inspect(fn, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			found = found || ok && info.Uses[id] == types.Universe.Lookup("recover")
			return !found
		})
	}
	return found
}
