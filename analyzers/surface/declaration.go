package surface

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// declaration records a tool that is declared apart from its handler. A function that stands beside it, in the same return,
// call or literal, is taken for that.
func (f *toolFinder) declaration(e ast.Expr, above []ast.Node) {
	var named bool
	switch e := e.(type) {
	case *ast.CallExpr:
		fn, ok := typeutil.Callee(f.pass.TypesInfo, e).(*types.Func)
		named = ok && slices.ContainsFunc(f.rows(fn), func(r *catalogue.Entry) bool { return r.Kind == "toolname" })
	case *ast.CompositeLit:
		t := f.pass.TypesInfo.TypeOf(e)
		named = t != nil && f.fieldRow(t, "toolname") != ""
	}
	if !named || f.joined[e.Pos()] {
		return
	}
	f.inScopes(above, func(in scope) bool {
		v := f.eval.eval(e, in, 0)
		tool := Tool{Pos: e.Pos(), By: f.declaredBy(v), Handler: f.sibling(e, above), Var: f.holder(e, above)}
		f.fill(&tool, v)
		return f.add(tool)
	})
}

// holder returns the package variable that a declaration is the value of, or "".
func (f *toolFinder) holder(e ast.Expr, above []ast.Node) string {
	for i := range slices.Backward(above) {
		switch n := above[i].(type) {
		case *ast.UnaryExpr, *ast.ParenExpr:
		case *ast.ValueSpec:
			if v, ok := f.pass.TypesInfo.Defs[n.Names[0]].(*types.Var); ok && len(n.Values) == 1 && v.Parent() == f.pass.Pkg.Scope() {
				return f.pass.Pkg.Path() + "." + v.Name()
			}
			return ""
		default:
			return ""
		}
	}
	return ""
}

func (f *toolFinder) declaredBy(v any) string {
	switch v := v.(type) {
	case *object:
		return typeName(v.typ)
	case *call:
		return shortName(v.fn)
	}
	return ""
}

// sibling returns the function that stands beside a declaration, or beside the variable that holds it, in a return statement,
// call or composite literal.
func (f *toolFinder) sibling(e ast.Expr, above []ast.Node) string {
	for i := range slices.Backward(above) {
		switch n := above[i].(type) {
		case *ast.ReturnStmt, *ast.CallExpr, *ast.CompositeLit:
			if name := f.functionIn(n, e); name != "" {
				return name
			}
		case *ast.AssignStmt:
			return f.besideVariable(n, above[:i])
		case *ast.KeyValueExpr, *ast.UnaryExpr, *ast.ParenExpr:
		default:
			return ""
		}
	}
	return ""
}

// functionIn returns the first function among the parts of a statement or an expression that is not the one given.
func (f *toolFinder) functionIn(n ast.Node, not ast.Expr) string {
	var list []ast.Expr
	switch n := n.(type) {
	case *ast.ReturnStmt:
		list = n.Results
	case *ast.CallExpr:
		list = n.Args
	case *ast.CompositeLit:
		list = n.Elts
	}
	for _, x := range list {
		if kv, ok := x.(*ast.KeyValueExpr); ok {
			x = kv.Value
		}
		if sig, ok := underlying(f.pass.TypesInfo.TypeOf(x)).(*types.Signature); ok && x != not && sig.Params().Len() > 0 {
			return handlerName(f.eval.eval(x, nil, 0))
		}
	}
	return ""
}

// besideVariable returns the function that stands beside the variable which an assignment sets, in the function around it.
func (f *toolFinder) besideVariable(n *ast.AssignStmt, above []ast.Node) (name string) {
	id, ok := n.Lhs[0].(*ast.Ident)
	if !ok || len(n.Lhs) != 1 {
		return ""
	}
	obj := f.pass.TypesInfo.ObjectOf(id)
	for i := range slices.Backward(above) {
		decl, ok := above[i].(*ast.FuncDecl)
		if !ok {
			continue
		}
		ast.Inspect(decl.Body, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.ReturnStmt, *ast.CallExpr, *ast.CompositeLit:
				if name == "" && f.mentions(n, obj) {
					name = f.functionIn(n, nil)
				}
			}
			return name == ""
		})
		return name
	}
	return ""
}

// mentions reports whether one of the parts of a statement or an expression is a variable, or a pointer to it.
func (f *toolFinder) mentions(n ast.Node, obj types.Object) (found bool) {
	ast.Inspect(n, func(inner ast.Node) bool {
		switch inner := inner.(type) {
		case *ast.FuncLit:
			return false
		case *ast.Ident:
			found = found || f.pass.TypesInfo.ObjectOf(inner) == obj
		}
		return !found
	})
	return found
}
