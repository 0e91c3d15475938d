// Package ruletest holds a rule to the contract of package rule.
//
// The test of a rule is one line:
//
//	func TestRule(t *testing.T) { ruletest.Run(t, Rule) }
//
// and everything else is data beside it.
//
// # Cases
//
// testdata/src/PKG/… are packages of a GOPATH-style tree, checked as [analysistest] does it: a comment // want `regexp`
// on each line with a finding, nothing on the others. Packages may import each other. Where a finding has a fix, FILE.go.golden
// beside FILE.go holds the file with all fixes applied. To expect a finding about a comment, write the expectation before
// it: /* want `regexp` */ //zahariacheck:….
//
// SDKs are imported by their true paths. Their stubs stand in testdata/stubs/src of the repository, are shared by all rules,
// and are generated from the real modules by testdata/stubs/gen, whose test compares them. A rule adds a package that is not a real
// one (a vendor that nobody knows, say) below its own testdata/src; both trees are laid over each other, and neither may hold a file of the other.
//
// # Options
//
// testdata/NAME/flags, with testdata/NAME/src beside it, is a further tree: each line of flags, OPTION=VALUE, is set for it
// alone. Each option of a rule needs such a tree.
//
// # The page
//
// rule.md starts with "# NAME" and a paragraph of one sentence, the summary. Then come, as headings of level two, those of [Headings].
// Each ```go block below "Example" must give a finding, each below "Use instead" must give none. A block is a file,
// and a package of its own; where it has no package clause, "package example" is added. A block with a name, such as
// ```text review.tmpl, is a file beside the Go blocks of its section, to embed for example.
package ruletest

import (
	"bufio"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

// Run checks r against the contract, in the folder of its package. What the contract asks for and the test data does
// not show is a failure too: a quote that no case cites, an option without cases, a fix without a golden file.
func Run(t *testing.T, r *rule.Rule) {
	set := enabling(r)
	cited := map[principles.ID]bool{}

	t.Run("page", func(t *testing.T) { checkPage(t, r) })
	t.Run("cases", func(t *testing.T) {
		maps.Copy(cited, checkCases(t, r, set, "testdata", examples(t, r.Doc)))
	})
	t.Run("options", func(t *testing.T) {
		files, _ := filepath.Glob("testdata/*/flags")
		tried := map[string]bool{}
		for _, file := range files {
			t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) {
				set := enabling(r)
				maps.Copy(tried, setFlags(t, set.Flags(r), file))
				maps.Copy(cited, checkCases(t, r, set, filepath.Dir(file), nil))
			})
		}
		set.Flags(r).VisitAll(func(f *flag.Flag) {
			if !tried[f.Name] {
				t.Errorf("no testdata/*/flags sets the option %s", f.Name)
			}
		})
	})
	for _, id := range r.Quotes() {
		if !cited[id] && !t.Failed() {
			t.Errorf("no case in testdata has a finding that cites %s", id)
		}
	}
}

// enabling returns settings in which rules are on.
func enabling(rules ...*rule.Rule) *rule.Settings {
	set := rule.NewSettings()
	for _, r := range rules {
		set.Enable(r, true)
	}
	return set
}

// setFlags sets the options in a file, and returns their names.
func setFlags(t *testing.T, flags *flag.FlagSet, file string) map[string]bool {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	names := map[string]bool{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		name, value, _ := strings.Cut(lines.Text(), "=")
		if err := flags.Set(name, value); err != nil {
			t.Fatalf("%s: %s: %v", file, name, err)
		}
		names[name] = true
	}
	return names
}

// checkCases runs the rule over the packages below dir/src and over the examples of its page, and returns the quotes cited.
func checkCases(t *testing.T, r *rule.Rule, set *rule.Settings, dir string, examples []example) map[principles.ID]bool {
	analyzer := set.Bind([]*rule.Rule{r})(r.Analyzer())
	tree := newTree(t, filepath.Join(dir, "src"), examples)
	if len(tree.cases) == 0 {
		t.Fatalf("no packages in %s/src", dir)
	}
	var first []finding
	for _, res := range analysistest.RunWithSuggestedFixes(t, tree.dir, analyzer, tree.cases...) {
		first = append(first, tree.findings(res.Action)...)
	}
	sortByPackage(first)
	if t.Failed() {
		t.FailNow() // what follows would only repeat it
	}
	tree.checkGoldens(t, first)

	all := tree.analyze(t, analyzer, append(slices.Clone(tree.cases), examplePaths(examples)...)...)
	second, onPage := split(all, examples)
	if a, b := render(first), render(second); a != b {
		t.Errorf("two runs differ:\n%s\n-- second --\n%s", a, b)
	}
	checkExamples(t, examples, onPage)

	cited := map[principles.ID]bool{}
	for _, f := range all {
		f.check(t, r)
		cited[principles.ID(f.Category)] = true
	}
	tree.checkFixes(t, analyzer, all)
	return cited
}
