package loopinvariant

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// A loop is the innermost loop around a call, with what is known of how often the call runs.
type loop struct {
	info *types.Info
	stmt ast.Stmt
	body *ast.BlockStmt
	at   inspector.Cursor // of stmt
	// conditional: a branch inside the loop decides whether the call runs. It may be taken on few turns.
	conditional bool
}

// loopAround returns the loop that repeats a call, or nil: there is none, the call stands in a function literal, which runs
// elsewhere, or the loop is left after the call, so that it runs once.
func loopAround(info *types.Info, c inspector.Cursor) *loop {
	l := &loop{info: info}
	breaks := true // an unlabelled break leaves the loop
	var tags []ast.Expr
	for child, cur := c, c.Parent(); ; child, cur = cur, cur.Parent() {
		switch n := cur.Node().(type) {
		case nil, *ast.FuncLit, *ast.FuncDecl, *ast.File:
			return nil
		case *ast.ForStmt:
			if child.Node() == n.Init {
				continue
			}
			l.stmt, l.body, l.at = n, n.Body, cur
			return l
		case *ast.RangeStmt:
			if child.Node() != n.Body {
				continue
			}
			if runsOnce(info, n, tags) {
				return nil
			}
			l.stmt, l.body, l.at = n, n.Body, cur
			return l
		case *ast.BlockStmt:
			if endsInExit(n.List, breaks) {
				return nil
			}
		case *ast.CaseClause:
			if breaks = false; endsInExit(n.Body, breaks) {
				return nil
			}
		case *ast.CommClause:
			if breaks = false; endsInExit(n.Body, breaks) {
				return nil
			}
		case *ast.SwitchStmt:
			l.conditional, breaks = true, true
			tags = append(tags, n.Tag)
		case *ast.TypeSwitchStmt, *ast.SelectStmt:
			l.conditional, breaks = true, true
		case *ast.IfStmt:
			l.conditional = l.conditional || child.Node() != n.Cond && child.Node() != n.Init
		case *ast.ReturnStmt:
			return nil
		case *ast.BinaryExpr:
			l.conditional = l.conditional || child.Node() == n.Y && (n.Op == token.LAND || n.Op == token.LOR)
		}
	}
}

// runsOnce reports whether a case of a switch with one of these tags is taken at most once in a loop: it goes over the keys of a map,
// each of which comes once, and the tag is made of the key.
func runsOnce(info *types.Info, loop *ast.RangeStmt, tags []ast.Expr) bool {
	key, ok := loop.Key.(*ast.Ident)
	if _, isMap := info.TypeOf(loop.X).Underlying().(*types.Map); !ok || !isMap || info.Defs[key] == nil {
		return false
	}
	found := false
	for _, tag := range tags {
		if tag == nil {
			continue
		}
		ast.Inspect(tag, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			found = found || ok && info.Uses[id] == info.Defs[key]
			return true
		})
	}
	return found
}

// endsInExit reports whether a list of statements ends the loop or the function without condition.
func endsInExit(list []ast.Stmt, breaks bool) bool {
	if len(list) == 0 {
		return false
	}
	switch last := list[len(list)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return last.Tok == token.GOTO || last.Tok == token.BREAK && (breaks || last.Label != nil)
	case *ast.ExprStmt:
		call, ok := last.X.(*ast.CallExpr)
		return ok && strings.HasSuffix(types.ExprString(call.Fun), "panic") || ok && strings.HasSuffix(types.ExprString(call.Fun), "Fatal")
	}
	return false
}

// repeats reports whether a call does the same on every turn.
func (l *loop) repeats(call *ast.CallExpr, j job) bool {
	if l.conditional || l.isSlow(call, j) {
		return false
	}
	args := call.Args
	if j == decodes {
		if args = call.Args[:1]; !l.readOnly(call) {
			return false
		}
	}
	for _, a := range args {
		if !l.isInvariant(a, call) {
			return false
		}
	}
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok && l.info.Selections[sel] != nil {
		return l.isCreatedInPlace(sel.X, call)
	}
	return true
}

// isSlow reports whether a turn takes so long that the work does not count, or the world may change between two: the loop sleeps, calls over
// a network or runs a command; for files it waits on a channel, has no bound, or does something else that could write the file. A
// client that is built anew is what the network costs.
func (l *loop) isSlow(work *ast.CallExpr, j job) bool {
	if f, ok := l.stmt.(*ast.ForStmt); ok && j == reads && f.Post == nil {
		return true
	}
	found := false
	ast.Inspect(l.stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectStmt:
			found = found || j != compiles
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW && j != compiles
		case *ast.CallExpr:
			fn, _ := typeutil.Callee(l.info, n).(*types.Func)
			switch {
			case fn == nil || fn.Pkg() == nil:
			case fn.FullName() == "time.Sleep", j != connects && usesNetwork(fn):
				found = true
			case j == reads:
				name := fn.Name()
				found = found || fn.Pkg().Path() == "os/exec" || fn.Pkg().Path() == "os" && name != "ReadFile" && name != "Stat" || strings.Contains(name, "Write") || l.passesFileName(n, fn, work)
			}
		}
		return !found
	})
	return found
}

// passesFileName reports whether a call gives the name of the file that is read to a function of the same package, which may write it.
func (l *loop) passesFileName(call *ast.CallExpr, fn *types.Func, work *ast.CallExpr) bool {
	file, ok := work.Args[0].(*ast.Ident)
	if !ok || call == work || l.info.Uses[file] == nil || l.info.Uses[file].Pkg() != fn.Pkg() {
		return false
	}
	return slices.ContainsFunc(call.Args, func(a ast.Expr) bool {
		id, ok := a.(*ast.Ident)
		return ok && l.info.Uses[id] == l.info.Uses[file]
	})
}

// isCreatedInPlace reports whether a receiver is made on the spot, as in template.New("x").Funcs(m).Parse(text): only then does
// the method do nothing but this work.
func (l *loop) isCreatedInPlace(e ast.Expr, work *ast.CallExpr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	for _, a := range call.Args {
		if !l.isInvariant(a, work) {
			return false
		}
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	return ok && (l.info.Selections[sel] == nil || l.isCreatedInPlace(sel.X, work))
}

// isInvariant reports whether an expression has the same value on every turn.
func (l *loop) isInvariant(e ast.Expr, work *ast.CallExpr) bool {
	if l.info.Types[e].Value != nil {
		return true
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		return true
	case *ast.Ident:
		v, ok := l.info.Uses[e].(*types.Var)
		return !ok || !within(v, l.stmt) && !l.mayChange(v, work)
	case *ast.SelectorExpr:
		if l.info.Selections[e] == nil {
			return l.isInvariant(e.Sel, work)
		}
		return l.info.Selections[e].Kind() == types.FieldVal && l.isInvariant(e.X, work)
	case *ast.CompositeLit:
		for _, elt := range e.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				elt = kv.Value
			}
			if !l.isInvariant(elt, work) {
				return false
			}
		}
		return true
	case *ast.BinaryExpr:
		return l.isInvariant(e.X, work) && l.isInvariant(e.Y, work)
	case *ast.CallExpr:
		fn, _ := typeutil.Callee(l.info, e).(*types.Func)
		if !l.info.Types[e.Fun].IsType() && (fn == nil || fn.Pkg() == nil || !pure[fn.Pkg().Path()]) {
			return false
		}
		for _, a := range e.Args {
			if !l.isInvariant(a, work) {
				return false
			}
		}
		return true
	}
	return false
}

func within(o types.Object, n ast.Node) bool { return n.Pos() <= o.Pos() && o.Pos() < n.End() }
