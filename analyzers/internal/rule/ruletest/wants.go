package ruletest

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// Check holds rules to the // want comments of packages below src, which may import the stubs. Each rule, by its name, is run over the
// packages that are listed for it.
func Check(t *testing.T, src string, rules []*rule.Rule, packages map[string][]string) {
	dir := newTree(t, src, nil).dir
	for _, r := range rules {
		if paths := packages[r.Name]; paths != nil {
			t.Run(r.Name, func(t *testing.T) {
				analysistest.Run(t, dir, enabling(r).Bind([]*rule.Rule{r})(r.Analyzer()), paths...)
			})
		}
	}
}
