package vendorlock

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// An errorTest is a test of an error for the vendor's type.
type errorTest struct {
	at   ast.Node // where the type is named
	test ast.Node // where the error is tested
	name string
	of   *types.TypeName
}

// errorTests returns the calls of errors.As and errors.AsType, and the assertions on errors, for types of the vendor.
func (s *usage) errorTests() []errorTest {
	var out []errorTest
	for _, f := range s.files {
		defs := map[types.Object]*ast.Ident{}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				if obj := s.TypesInfo.Defs[n]; obj != nil {
					defs[obj] = n
				}
			case *ast.CallExpr:
				if t, ok := s.errorTestOf(n, defs); ok {
					out = append(out, t)
				}
			case *ast.TypeAssertExpr:
				if n.Type != nil && typex.IsError(s.TypesInfo.TypeOf(n.X)) {
					if of := s.vendor.mentionedType(s.TypesInfo.TypeOf(n.Type)); of != nil {
						out = append(out, errorTest{n.Type, n, types.ExprString(n.X), of})
					}
				}
			}
			return true
		})
	}
	return out
}

// errorTestOf parses a call of errors.As or errors.AsType.
func (s *usage) errorTestOf(call *ast.CallExpr, defs map[types.Object]*ast.Ident) (errorTest, bool) {
	fn, ok := typeutil.Callee(s.TypesInfo, call).(*types.Func)
	if !ok || len(call.Args) == 0 {
		return errorTest{}, false
	}
	switch fn.Origin().FullName() {
	case "errors.AsType":
		of := s.vendor.mentionedType(s.TypesInfo.TypeOf(call))
		return errorTest{call.Fun, call, types.ExprString(call.Args[0]), of}, of != nil
	case "errors.As":
		target := call.Args[len(call.Args)-1]
		t := errorTest{call, call, types.ExprString(target), s.vendor.mentionedType(s.TypesInfo.TypeOf(target))}
		if u, ok := target.(*ast.UnaryExpr); ok {
			if id, ok := u.X.(*ast.Ident); ok {
				t.name = id.Name
				if def := defs[s.TypesInfo.Uses[id]]; def != nil {
					t.at = def
				}
			}
		}
		return t, t.of != nil
	}
	return errorTest{}, false
}
