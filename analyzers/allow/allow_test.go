package allow

import (
	"go/ast"
	"strings"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule/ruletest"
	"github.com/zahariacheck/zahariacheck/principles"
)

func TestRule(t *testing.T) {
	ruletest.Run(t, New([]*rule.Rule{finder("vendorlock", rule.Stable), finder("sleeping", rule.Preview)}))
}

// finder is a rule that finds fault with every function whose name starts with "Vendor".
func finder(name string, tier rule.Tier) *rule.Rule {
	return &rule.Rule{
		Name: name, Cites: principles.LockIn, Tier: tier,
		Doc: "# " + name + "\n\nFinds functions whose names start with Vendor.\n\n",
		Run: func(pass *rule.Pass) error {
			for _, f := range pass.Files {
				for _, d := range f.Decls {
					if fn, ok := d.(*ast.FuncDecl); ok && strings.HasPrefix(fn.Name.Name, "Vendor") {
						pass.Report(rule.Finding{Pos: fn.Name.Pos(), Message: fn.Name.Name + " shows a vendor"})
					}
				}
			}
			return nil
		},
	}
}
