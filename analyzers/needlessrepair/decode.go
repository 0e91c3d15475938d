package needlessrepair

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// decoder reports whether a function decodes a text, or says whether it can be decoded, of whatever library.
func decoder(fn *types.Func) bool {
	return strings.HasPrefix(fn.Name(), "Unmarshal") || strings.HasPrefix(fn.Name(), "Decode") || strings.HasPrefix(fn.Name(), "Valid")
}

// looks reports whether a function decodes something before a position, itself or by a function of the package that repairs nothing.
func (c *checker) looks(f *function, before token.Pos) bool {
	for _, other := range f.calls {
		if other.call.End() >= before { // one around it is later
			continue
		}
		if decoder(other.fn) {
			return true
		}
		if callee := c.byName[other.fn]; callee != nil && len(callee.repairs) == 0 {
			for _, inner := range callee.calls {
				if decoder(inner.fn) {
					return true
				}
			}
		}
	}
	return false
}

// calledWithReason reports whether a function of the package decodes something before it calls fn, or calls it with the start of a document.
func (c *checker) calledWithReason(fn *types.Func) bool {
	for _, f := range c.funcs {
		for _, other := range f.calls {
			if other.fn == fn && (c.looks(f, other.call.Pos()) || c.grows(f, other.call)) {
				return true
			}
		}
	}
	return false
}

// helper reports whether a function that decodes nothing is only called, and only by the package, so that all that is tried before is in sight.
func (c *checker) helper(f *function) bool {
	if f.fn.Exported() || f.fn.Signature().Recv() != nil {
		return false
	}
	calls, uses := 0, 0
	for _, other := range f.calls {
		if decoder(other.fn) {
			return false
		}
	}
	for _, other := range c.funcs {
		for _, call := range other.calls {
			if call.fn == f.fn {
				calls++
			}
		}
	}
	for _, obj := range c.pass.TypesInfo.Uses {
		if obj == f.fn {
			uses++
		}
	}
	return calls > 0 && calls == uses
}

// decodes reports whether a function decodes the result of a repair, which it may assign to variables on the way.
func (c *checker) decodes(f *function, repair *ast.CallExpr) bool {
	from := map[types.Object]bool{}
	mentions := func(n ast.Node) (found bool) {
		ast.Inspect(n, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			found = found || n == repair || ok && from[c.pass.TypesInfo.Uses[id]]
			return !found
		})
		return found
	}
	ast.Inspect(f.decl.Body, func(n ast.Node) bool {
		if n, ok := n.(*ast.AssignStmt); ok && n.End() > repair.Pos() {
			for _, right := range n.Rhs {
				if id, ok := ast.Unparen(n.Lhs[0]).(*ast.Ident); ok && mentions(right) {
					from[c.pass.TypesInfo.ObjectOf(id)] = true
				}
			}
		}
		return true
	})
	for _, other := range f.calls {
		if other.call != repair && other.call.End() > repair.End() && decoder(other.fn) && mentions(other.call) {
			return true
		}
	}
	return false
}

// grows reports whether a repair stands in a loop that extends what it repairs: the start of a document, as it comes in.
func (c *checker) grows(f *function, repair *ast.CallExpr) (yes bool) {
	repaired := map[types.Object]bool{}
	ast.Inspect(repair, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			repaired[c.pass.TypesInfo.Uses[id]] = true
		}
		return true
	})
	extends := func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			id, ok := ast.Unparen(n.Lhs[0]).(*ast.Ident)
			return ok && n.Tok == token.ADD_ASSIGN && repaired[c.pass.TypesInfo.Uses[id]]
		case *ast.CallExpr:
			sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr)
			if !ok || !strings.HasPrefix(sel.Sel.Name, "Write") {
				return false
			}
			id, ok := ast.Unparen(sel.X).(*ast.Ident)
			return ok && repaired[c.pass.TypesInfo.Uses[id]]
		}
		return false
	}
	ast.Inspect(f.decl.Body, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			if n.Pos() < repair.Pos() && repair.End() < n.End() {
				ast.Inspect(n, func(n ast.Node) bool {
					yes = yes || n != nil && extends(n)
					return !yes
				})
			}
		}
		return !yes
	})
	return yes
}
