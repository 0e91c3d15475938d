package ruletest

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// CheckCures runs all rules over what the pages of all rules say to write instead, of which none may find anything. It is called in
// the folder that holds those of the rules.
func CheckCures(t *testing.T, rules []*rule.Rule) {
	var cures []example
	var all []*analysis.Analyzer
	bind := enabling(rules...).Bind(rules)
	for _, r := range rules {
		all = append(all, bind(r.Analyzer()))
		for _, e := range examples(t, r.Doc) {
			if !e.bad {
				e.path = "page/" + r.Name + strings.TrimPrefix(e.path, "page")
				cures = append(cures, e)
			}
		}
	}
	tree := newTree(t, filepath.Join("testdata", "none"), cures)
	for _, f := range tree.analyzeAll(t, all, examplePaths(cures)...) {
		file, _ := filepath.Rel(filepath.Join(tree.dir, "src", "page"), f.pos.Filename)
		t.Errorf("a rule finds fault with what the page of another says to write:\n%s:%d: %s", file, f.pos.Line, f.Message)
	}
}
