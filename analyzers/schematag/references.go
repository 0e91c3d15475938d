package schematag

import (
	"go/types"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// brokenReference reports a schema with a reference that cannot be resolved: the name of a generic type holds the path of its argument's
// package, whose slashes are steps of a JSON pointer.
func brokenReference(pass *rule.Pass, r reflection) {
	if r.refs != "path" {
		return
	}
	found := false
	typex.Walk(r.typ, func(t types.Type) []types.Type {
		n, ok := types.Unalias(t).(*types.Named)
		if found || ok && ownSchema(n) {
			return nil
		}
		if ok && typex.Struct(n) != nil && fromFolder(n.TypeArgs()) {
			found = true
			pass.Report(rule.Finding{Pos: r.call.Pos(), End: r.call.Fun.End(), Severity: rule.Error,
				Message: r.name + " refers to " + rule.Quote(types.TypeString(n, func(p *types.Package) string { return p.Path() })) +
					", whose slashes no reader of the schema can resolve; set DoNotReference in a Reflector"})
			return nil
		}
		return typex.Elems(t)
	})
}

// fromFolder reports whether a type argument is of a package whose path has a slash.
func fromFolder(args *types.TypeList) bool {
	for t := range args.Types() {
		if n, ok := types.Unalias(typex.Deref(t)).(*types.Named); ok && n.Obj().Pkg() != nil && strings.Contains(n.Obj().Pkg().Path(), "/") {
			return true
		}
	}
	return false
}
