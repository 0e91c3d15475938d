package retiredmodel

import (
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// services reports calls of a service that its vendor has ended, where the file sets no client to a platform with a calendar of its own.
func services(pass *rule.Pass, info *llm.Info) {
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			fn, ok := typeutil.Callee(pass.TypesInfo, call).(*types.Func)
			if !ok {
				return true
			}
			for _, e := range info.Catalogue().Lookup(fn.FullName()) {
				if e.Kind == "service" && e.Attrs["ends"] <= string(*pass.Options.(*day)) && !ownCalendar(pass, info.Catalogue(), f) {
					pass.Report(rule.Finding{Pos: call.Pos(), End: call.Lparen, Message: fmt.Sprintf("%s fails because %s ended its %s service on %s; use the %s API",
						fn.Name(), e.SDK.Vendor, e.Role, e.Attrs["ends"], e.Attrs["instead"])})
				}
			}
			return true
		})
	}
}
