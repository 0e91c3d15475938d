package closedswitch

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// isConfigurable reports whether one of the alternatives takes the endpoint from a parameter or a configuration: any provider with
// the same wire format can then be used by its URL.
func (r *resolver) isConfigurable(alternatives []ast.Node) bool {
	return slices.ContainsFunc(alternatives, func(alternative ast.Node) bool {
		found := false
		ast.Inspect(alternative, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				fn, _ := typeutil.Callee(r.pass.TypesInfo, n).(*types.Func)
				found = found || fn != nil && r.setsEndpoint(fn, n.Args)
			case *ast.CompositeLit:
				if t, ok := types.Unalias(r.pass.TypesInfo.TypeOf(n)).(*types.Named); ok && t.Obj().Pkg() != nil {
					for _, el := range n.Elts {
						if kv, ok := el.(*ast.KeyValueExpr); ok {
							found = found || r.isEndpointOption(t.Obj().Pkg().Path()+"."+t.Obj().Name()+"."+types.ExprString(kv.Key)) && r.isConfigured(kv.Value)
						}
					}
				}
			case *ast.AssignStmt:
				for i, lhs := range n.Lhs {
					if sel, ok := lhs.(*ast.SelectorExpr); ok && len(n.Rhs) == len(n.Lhs) {
						found = found || r.isEndpointOption(r.fieldName(sel)) && r.isConfigured(n.Rhs[i])
					}
				}
			}
			return !found
		})
		return found
	})
}

// setsEndpoint reports whether a call of an SDK sets its base URL to a configured value.
func (r *resolver) setsEndpoint(fn *types.Func, args []ast.Expr) bool {
	return r.isEndpointOption(fn.Origin().FullName()) && slices.ContainsFunc(args, r.isConfigured)
}

// isEndpointOption reports whether a symbol is an option for the URL of a service.
func (r *resolver) isEndpointOption(symbol string) bool {
	return slices.ContainsFunc(r.pass.Catalogue().Lookup(symbol), func(e *catalogue.Entry) bool {
		return e.Kind == "option" && e.Role == "base_url"
	})
}

func (r *resolver) fieldName(sel *ast.SelectorExpr) string {
	s := r.pass.TypesInfo.Selections[sel]
	if s == nil || s.Kind() != types.FieldVal || s.Obj().Pkg() == nil {
		return ""
	}
	n := typex.Named(s.Recv())
	if n == nil || n.Obj().Pkg() == nil {
		return ""
	}
	return n.Obj().Pkg().Path() + "." + n.Obj().Name() + "." + s.Obj().Name()
}

// isConfigured reports whether an expression is a parameter or a field, mostly of a configuration. An environment variable belongs
// to the user of the program and is no extension point for importers.
func (r *resolver) isConfigured(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := r.pass.TypesInfo.Uses[e].(*types.Var)
		return ok && r.isParam(v)
	case *ast.SelectorExpr:
		s := r.pass.TypesInfo.Selections[e]
		return s != nil && s.Kind() == types.FieldVal
	}
	return false
}

func (r *resolver) isParam(v *types.Var) bool {
	for fn := range r.bodies {
		for p := range fn.Signature().Params().Variables() {
			if p == v {
				return true
			}
		}
	}
	return false
}
