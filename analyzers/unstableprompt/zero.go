package unstableprompt

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// zeros reports a constant 0 for a sampling option that is left out of the request when it is 0: the vendor's default applies then.
func zeros(pass *rule.Pass, info *llm.Info) {
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			t := pass.TypesInfo.TypeOf(lit)
			named, ok := types.Unalias(t).(*types.Named)
			if !ok || named.Obj().Pkg() == nil {
				return true
			}
			st, ok := named.Underlying().(*types.Struct)
			if !ok {
				return true
			}
			for _, e := range lit.Elts {
				kv, ok := e.(*ast.KeyValueExpr)
				if !ok {
					continue
				}
				key, ok := kv.Key.(*ast.Ident)
				v := pass.TypesInfo.Types[kv.Value].Value
				if !ok || v == nil || v.Kind() != constant.Int && v.Kind() != constant.Float || constant.Sign(v) != 0 || !omitted(st, key.Name) ||
					!samples(info, named, key.Name) {
					continue
				}
				pass.Report(rule.Finding{Pos: kv.Pos(), End: kv.End(), Message: fmt.Sprintf("%s 0 is omitted from the request (omitempty), so the vendor's default applies; "+
					"send math.SmallestNonzeroFloat32 or use a pointer field", key.Name)})
			}
			return true
		})
	}
}

// samples reports whether a field is an option of sampling: as the catalogue knows it, or in a request of the program's own.
func samples(info *llm.Info, t *types.Named, field string) bool {
	symbol := t.Obj().Pkg().Path() + "." + t.Obj().Name() + "." + field
	return slices.ContainsFunc(info.Catalogue().Lookup(symbol), func(e *catalogue.Entry) bool { return e.Kind == "option" && e.Role == "sampling" }) ||
		(field == "Temperature" || field == "TopP") && info.IsRequest(t)
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
