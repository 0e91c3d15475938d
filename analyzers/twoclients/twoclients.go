// Package twoclients finds packages that make clients of one vendor with two SDKs.
package twoclients

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "twoclients", Group: rule.Design, Cites: principles.GeneralityInDesign, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Severity: rule.Info, Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

// A client is the first place where the package makes a client of an SDK.
type client struct {
	sdk  *catalogue.SDK
	call *ast.CallExpr
	name string
}

func run(pass *rule.Pass) error {
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if !info.InModule() {
		return nil
	}
	first := map[string]client{} // by vendor
	reported := map[string]bool{}
	for _, f := range pass.Files {
		if strings.HasSuffix(pass.Fset.File(f.FileStart).Name(), "_test.go") {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			sdk, name := clientSDK(pass, info, call)
			if sdk == nil {
				return true
			}
			other, seen := first[sdk.Vendor]
			if !seen {
				first[sdk.Vendor] = client{sdk, call, name}
			} else if other.sdk != sdk && !reported[sdk.Vendor] {
				reported[sdk.Vendor] = true
				pass.Report(rule.Finding{
					Pos: call.Fun.Pos(), End: call.Fun.End(),
					Message: fmt.Sprintf("%s creates a second client for %s, with %s instead of %s (%s), so settings and error handling are needed twice; use one SDK",
						name, catalogue.VendorName(sdk.Vendor), sdk.Name, other.sdk.Name, other.name),
					Trace: []rule.Step{{Pos: other.call.Pos(), Message: "the first client is created here"}},
				})
			}
			return true
		})
	}
	return nil
}

// clientSDK returns the SDK of whose client a call makes one, if that is the SDK of one vendor, and the name of the function.
func clientSDK(pass *rule.Pass, info *llm.Info, call *ast.CallExpr) (*catalogue.SDK, string) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil, ""
	}
	fn, ok := pass.TypesInfo.Uses[sel.Sel].(*types.Func)
	if !ok || fn.Pkg() == nil {
		return nil, ""
	}
	for _, e := range info.Catalogue().Lookup(fn.FullName()) {
		if e.Kind == "client" && e.Role == "default" && e.SDK.Class == "model" && e.SDK.Vendor != "any" && e.SDK.Binding == "" {
			return e.SDK, types.ExprString(sel)
		}
	}
	return nil, ""
}
