// Package ignoredoption finds options of a framework that the adapter in use does not send.
package ignoredoption

import (
	"cmp"
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "ignoredoption", Group: rule.Reliability, Cites: principles.FrameworkAgnosticism, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	c := pass.ResultOf[llm.Analyzer].(*llm.Info).Catalogue()
	used := adapters(pass, c)
	if len(used) == 0 {
		return nil
	}
	for call, fn := range astx.FuncCalls(pass.TypesInfo, pass.Files...) {
		for _, e := range c.Lookup(fn.FullName()) {
			if e.Kind == "option" && e.Role == "ignored" && e.HoldsIn(used[e.SDK]) && !byDefault(pass, e, fn, call) && (e.SDK == c.SDKOf(fn.Pkg().Path()) || only(used, e.SDK)) {
				pass.Report(rule.Finding{Pos: call.Pos(), End: call.Lparen, Message: fmt.Sprintf(
					"%s has no effect, since %s does not send it; remove it, or set it by the SDK of the vendor", flow.ShortName(fn), e.SDK.Name)})
			}
		}
	}
	return nil
}

// adapters returns the packages that a package imports of those by which a framework reaches one vendor, with the versions of
// their modules, "" for one that is not in the module cache.
func adapters(pass *rule.Pass, c *catalogue.Catalogue) map[*catalogue.SDK]string {
	used := map[*catalogue.SDK]string{}
	for _, p := range pass.Pkg.Imports() {
		if sdk := c.SDKOf(p.Path()); sdk != nil && sdk.Binding != "" {
			version := ""
			for _, name := range p.Scope().Names() {
				version = cmp.Or(version, llm.ModuleVersion(pass.Fset, p.Scope().Lookup(name).Pos()))
			}
			used[sdk] = version
		}
	}
	return used
}

// byDefault reports whether a call sets what the vendor does anyway.
func byDefault(pass *rule.Pass, e *catalogue.Entry, fn *types.Func, call *ast.CallExpr) bool {
	i := e.Param(fn.Signature())
	if e.Attrs["default"] == "" || i < 0 || i >= len(call.Args) {
		return false
	}
	s, ok := pass.ConstantString(call.Args[i])
	return ok && s == e.Attrs["default"]
}

// only reports whether sdk is the one adapter of its framework that is used, so that it gets each option of the framework.
func only(used map[*catalogue.SDK]string, sdk *catalogue.SDK) bool {
	for other := range used {
		if other != sdk && other.Binding == sdk.Binding {
			return false
		}
	}
	_, ok := used[sdk]
	return ok
}
