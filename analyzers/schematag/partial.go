package schematag

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// partial reports schemas of others that are decoded into an SDK's type for schemas, which keeps only what it has a field for: those
// that were encoded for that, and those of tools, which are raw JSON.
func partial(pass *rule.Pass, values map[types.Object]ast.Expr) {
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !calls(pass, call, "encoding/json.Unmarshal") || !foreign(pass, call.Args[0], values) {
				return true
			}
			named, ok := types.Unalias(typex.Deref(pass.TypesInfo.TypeOf(call.Args[1]))).(*types.Named)
			if !ok {
				return true
			}
			for _, e := range pass.Catalogue().Lookup(flow.TypeKey(named)) {
				if e.Kind == "declarative" && e.Role == "partial" {
					pass.Report(rule.Finding{Pos: call.Pos(), End: call.Lparen, Message: named.Obj().Pkg().Name() + "." + named.Obj().Name() +
						" drops parts of a schema (const, oneOf) and refuses others (lists of types); pass the JSON itself"})
				}
			}
			return true
		})
	}
}

func calls(pass *rule.Pass, e ast.Expr, name string) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, ok := typeutil.Callee(pass.TypesInfo, call).(*types.Func)
	return ok && fn.FullName() == name
}

// foreign reports whether JSON was encoded from another value, or is raw JSON in a field of a tool.
func foreign(pass *rule.Pass, e ast.Expr, values map[types.Object]ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		value := values[pass.TypesInfo.ObjectOf(e)]
		return value != nil && calls(pass, value, "encoding/json.Marshal")
	case *ast.SelectorExpr:
		return e.Sel.Name == "InputSchema" || e.Sel.Name == "RawInputSchema"
	}
	return false
}
