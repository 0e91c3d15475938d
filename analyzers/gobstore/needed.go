package gobstore

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// isOnlyCopy reports whether a package decodes gob and fails if that fails: then the data exists nowhere else.
// A cache computes the data again after a failed decode.
func isOnlyCopy(root inspector.Cursor, info *types.Info) bool {
	calls := map[types.Object][]inspector.Cursor{}
	for c := range root.Preorder((*ast.CallExpr)(nil)) {
		if fn, ok := typeutil.Callee(info, c.Node().(*ast.CallExpr)).(*types.Func); ok {
			calls[fn.Origin()] = append(calls[fn.Origin()], c)
		}
	}
	seen := map[types.Object]bool{}
	var fatal func(c inspector.Cursor) bool
	fatal = func(c inspector.Cursor) bool {
		if !errorLeaves(c, info) {
			return false
		}
		for decl := range c.Enclosing((*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
			fn, ok := decl.Node().(*ast.FuncDecl)
			if !ok {
				return true // the callers of a literal are unknown
			}
			obj := info.Defs[fn.Name]
			callers := calls[obj]
			if seen[obj] {
				return false
			}
			seen[obj] = true
			for _, caller := range callers {
				if fatal(caller) {
					return true
				}
			}
			return len(callers) == 0
		}
		return true
	}
	for fn, cs := range calls {
		if fn.(*types.Func).FullName() != "(*encoding/gob.Decoder).Decode" {
			continue
		}
		for _, c := range cs {
			if fatal(c) {
				return true
			}
		}
	}
	return false
}

// errorLeaves reports whether the error of a call leaves its function: in a return, or in a call that gives up.
func errorLeaves(c inspector.Cursor, info *types.Info) bool {
	for s := range c.Enclosing((*ast.ReturnStmt)(nil), (*ast.AssignStmt)(nil), (*ast.ExprStmt)(nil), (*ast.BlockStmt)(nil)) {
		switch n := s.Node().(type) {
		case *ast.ReturnStmt:
			return true
		case *ast.AssignStmt:
			id, ok := n.Lhs[len(n.Lhs)-1].(*ast.Ident)
			return ok && isReturnedOrFatal(s, info, info.ObjectOf(id))
		default:
			return false
		}
	}
	return false
}

// isReturnedOrFatal reports whether an error variable is in a return after it was set, or in a call of panic or a logger's Fatal.
func isReturnedOrFatal(set inspector.Cursor, info *types.Info, err types.Object) bool {
	for fn := range set.Enclosing((*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		for id := range fn.Preorder((*ast.Ident)(nil)) {
			if err == nil || info.Uses[id.Node().(*ast.Ident)] != err || id.Node().Pos() < set.Node().End() {
				continue
			}
			for range id.Enclosing((*ast.ReturnStmt)(nil)) {
				return true
			}
			for c := range id.Enclosing((*ast.CallExpr)(nil)) {
				callee := typeutil.Callee(info, c.Node().(*ast.CallExpr))
				if callee != nil && (callee.Name() == "panic" || callee.Name() == "Fatal" || callee.Name() == "Fatalf") {
					return true
				}
			}
		}
		return false
	}
	return false
}
