package droppedusage

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// reportUnrequested reports a stream's usage that is read though the requests of the package never ask for it: the vendor leaves it out then.
// A package that sets another address may talk to a vendor that sends it unasked.
func reportUnrequested(pass *rule.Pass) {
	type state struct {
		read            *ast.SelectorExpr
		asks, elsewhere bool
		streams         bool
	}
	of := map[*catalogue.SDK]*state{}
	at := func(sdk *catalogue.SDK) *state {
		if of[sdk] == nil {
			of[sdk] = &state{}
		}
		return of[sdk]
	}
	look := func(symbol string, sel *ast.SelectorExpr) {
		for _, e := range pass.Catalogue().Lookup(symbol) {
			switch {
			case e.Kind == "usage" && e.Attrs["only-if"] == "asked" && sel != nil && at(e.SDK).read == nil:
				at(e.SDK).read = sel
			case e.Kind == "option" && e.Role == "stream-usage":
				at(e.SDK).asks = true
			case e.Kind == "option" && e.Role == "base_url":
				at(e.SDK).elsewhere = true
			case e.Kind == "vendor" && e.Role == "request":
				at(e.SDK).streams = true
			}
		}
	}
	var order []*catalogue.SDK
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				if s := pass.TypesInfo.Selections[n]; s != nil && s.Kind() == types.FieldVal {
					look(fieldSymbol(declaringType(s), s.Obj()), n)
				}
			case *ast.CallExpr:
				if fn, ok := typeutil.Callee(pass.TypesInfo, n).(*types.Func); ok {
					look(fn.Origin().FullName(), nil)
				}
			case *ast.CompositeLit:
				t := types.Unalias(pass.TypesInfo.TypeOf(n))
				named, ok := t.(*types.Named)
				if !ok || named.Obj().Pkg() == nil {
					break
				}
				look(named.Obj().Pkg().Path()+"."+named.Obj().Name(), nil)
				for _, e := range n.Elts {
					if kv, ok := e.(*ast.KeyValueExpr); ok {
						if key, ok := kv.Key.(*ast.Ident); ok && pass.TypesInfo.Uses[key] != nil {
							look(fieldSymbol(named, pass.TypesInfo.Uses[key]), nil)
						}
					}
				}
			}
			return true
		})
	}
	for sdk := range of {
		order = append(order, sdk)
	}
	slices.SortFunc(order, func(a, b *catalogue.SDK) int { return slices.Compare([]byte(a.Name), []byte(b.Name)) })
	for _, sdk := range order {
		if s := of[sdk]; s.read != nil && s.streams && !s.asks && !s.elsewhere {
			pass.Report(rule.Finding{Pos: s.read.Pos(), End: s.read.End(), Message: fmt.Sprintf("%s stays empty because no request of a stream sets the option that sends token usage; "+
				"set IncludeUsage in the request's StreamOptions", types.ExprString(s.read))})
		}
	}
}

func fieldSymbol(t types.Type, field types.Object) string {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return ""
	}
	return n.Obj().Pkg().Path() + "." + n.Obj().Name() + "." + field.Name()
}
