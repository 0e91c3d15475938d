package unstableprompt

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// zeros reports a constant 0 for a sampling option that is left out of the request when it is 0: the vendor's default applies then.
func zeros(pass *rule.Pass, info *llm.Info) {
	check := func(n ast.Node, t types.Type, name string, value ast.Expr) {
		v := pass.TypesInfo.Types[value].Value
		named := typex.Named(t)
		if named == nil || named.Obj().Pkg() == nil || v == nil || v.Kind() != constant.Int && v.Kind() != constant.Float || constant.Sign(v) != 0 {
			return
		}
		if st, ok := named.Underlying().(*types.Struct); ok && omitted(st, name) && samples(info, named, name) {
			pass.Report(rule.Finding{Pos: n.Pos(), End: n.End(), Message: fmt.Sprintf("%s 0 is omitted from the request (omitempty), so the vendor's default applies; "+
				"send math.SmallestNonzeroFloat32 or use a pointer field", name)})
		}
	}
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CompositeLit:
				for _, e := range n.Elts {
					if kv, ok := e.(*ast.KeyValueExpr); ok {
						if key, ok := kv.Key.(*ast.Ident); ok {
							check(kv, pass.TypesInfo.TypeOf(n), key.Name, kv.Value)
						}
					}
				}
			case *ast.AssignStmt:
				for i, to := range n.Lhs {
					if sel, ok := to.(*ast.SelectorExpr); ok && n.Tok == token.ASSIGN && len(n.Lhs) == len(n.Rhs) {
						check(n, pass.TypesInfo.TypeOf(sel.X), sel.Sel.Name, n.Rhs[i])
					}
				}
			}
			return true
		})
	}
}

// samples reports whether a field is an option of sampling: as the catalogue knows it, or in a request of the program's own.
func samples(info *llm.Info, t *types.Named, field string) bool {
	symbol := t.Obj().Pkg().Path() + "." + t.Obj().Name() + "." + field
	return slices.ContainsFunc(info.Catalogue().Lookup(symbol), func(e *catalogue.Entry) bool { return e.Kind == "option" && e.Role == "sampling" }) ||
		(field == "Temperature" || field == "TopP") && info.IsRequest(t) && encodes(info, t)
}

// encodes reports whether the package hands a value of a type on as one of any type, as it is encoded. An adapter elsewhere may read
// the fields of a request of its own and send a zero.
func encodes(info *llm.Info, t *types.Named) bool {
	for _, fn := range info.Flow().Funcs {
		for in := range ssax.Instructions(fn) {
			if box, ok := in.(*ssa.MakeInterface); ok && typex.Named(box.X.Type()) == t {
				return true
			}
		}
	}
	return false
}

// omitted reports whether a number in a field is left out when it is 0.
func omitted(st *types.Struct, name string) bool {
	for i := range st.NumFields() {
		if st.Field(i).Name() == name {
			_, options, _ := strings.Cut(reflect.StructTag(st.Tag(i)).Get("json"), ",")
			_, number := st.Field(i).Type().Underlying().(*types.Basic)
			return number && strings.Contains(options, "omitempty")
		}
	}
	return false
}
