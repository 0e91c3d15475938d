package bigpackage

import (
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule/ruletest"
)

func TestRule(t *testing.T) { ruletest.Run(t, Rule) }

// Packages that are one thing: a rule that splits these knows nothing about packages. The gate is lowered so that all
// of them, and not net/http alone, are looked at.
func TestStandardLibrary(t *testing.T) {
	set := rule.NewSettings()
	set.Enable(Rule, true)
	if err := set.Flags(Rule).Set("large", "20"); err != nil {
		t.Fatal(err)
	}
	cfg := &packages.Config{Mode: packages.LoadSyntax}
	pkgs, err := packages.Load(cfg, "net/http", "go/ast", "os", "time", "reflect", "crypto/x509")
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{set.Bind([]*rule.Rule{Rule})(Analyzer)}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, root := range graph.Roots {
		if root.Err != nil {
			t.Errorf("%s: %v", root.Package, root.Err)
		}
		if !(&sizes{large: 20}).isLarge(root.Package.Syntax) {
			t.Errorf("%s is too small to be looked at", root.Package)
		}
		for _, d := range root.Diagnostics {
			t.Errorf("%s: %s", root.Package, d.Message)
		}
	}
}
