package ruletest

import (
	"flag"
	"fmt"
	"go/ast"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/txtar"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

// badNames is the rule of testdata/rule.txtar. Its page is read from the current folder.
func badNames() *rule.Rule {
	doc, _ := os.ReadFile("rule.md")
	return &rule.Rule{
		Name: "ruletest", Group: rule.Design, Cites: principles.LockIn, Since: "v0.1.0", Doc: string(doc),
		Options: func(fs *flag.FlagSet) any { return fs.String("also", "", "report functions with this prefix too") },
		Run: func(pass *rule.Pass) error {
			for _, f := range pass.Files {
				for _, d := range f.Decls {
					fn, ok := d.(*ast.FuncDecl)
					if !ok {
						continue
					}
					for _, prefix := range []string{"bad", *pass.Options.(*string)} {
						if rest, ok := strings.CutPrefix(fn.Name.Name, prefix); ok && prefix != "" {
							pass.Report(rule.Finding{
								Pos: fn.Name.Pos(), Message: fn.Name.Name + " is bad; rename it",
								Fix: &analysis.SuggestedFix{Message: "Rename", TextEdits: []analysis.TextEdit{
									{Pos: fn.Name.Pos(), End: fn.Name.End(), NewText: []byte("fine" + rest)},
								}},
							})
						}
					}
				}
			}
			return nil
		},
	}
}

// broken are the ways in which a rule can break the contract, by what ruletest says of it.
var broken = map[string]struct {
	replace []string // in rule.txtar, old and new in turn
	change  func(*rule.Rule)
}{
	"":                                     {},
	`below the title stands no sentence`:   {replace: []string{"Reports functions that say of themselves that they are bad.", "Reports functions"}},
	`nothing stands below "Why it is bad"`: {replace: []string{"They said so.\n", ""}},
	`headings are`:                         {replace: []string{"## What it cannot see", "## Limits"}},
	`does not have, verbatim`:              {replace: []string{"We provide open-source portability", "They provide open-source portability"}},
	`does not tell of -ruletest.also`:      {replace: []string{"`-ruletest.also=PREFIX`", "`-also`"}},
	`silent on its bad example`:            {replace: []string{"func badIdea", "func idea"}},
	`finds fault with its good example`:    {replace: []string{"var idea string", "var idea string\n\nfunc badIdea() {}"}},
	`pattern idea.txt: no matching files`:  {replace: []string{"```text idea.txt", "```text"}},
	`unexpected diagnostic: poorB`:         {replace: []string{"func poorB() {} // want `poorB is bad`", "func poorB() {}"}},
	`no testdata/*/flags sets the option`:  {replace: []string{"also=poor\n", ""}},
	`no such flag -aslo`:                   {replace: []string{"also=poor\n", "aslo=poor\n"}},
	`error reading`:                        {replace: []string{"-- ruletest/testdata/src/a/a.go.golden --", "-- ruletest/testdata/src/a/other --"}},
	`nothing in the file was fixed`:        {replace: []string{"-- ruletest/testdata/also/flags --", "-- ruletest/testdata/src/c/c.go --\npackage c\n-- ruletest/testdata/src/c/c.go.golden --\npackage c\n-- ruletest/testdata/also/flags --"}},
	`fineA redeclared`:                     {replace: []string{"func goodB() {}", "func goodB() {}\n\nfunc fineA() {}"}},
	`Rule.Since is empty`:                  {change: func(r *rule.Rule) { r.Since = "" }},
	`stands in the folder`:                 {change: func(r *rule.Rule) { r.Name = "other" }},
	`no case in testdata has a finding that cites open-interfaces`: {change: func(r *rule.Rule) { r.Also = []principles.ID{principles.OpenInterfaces} },
		replace: []string{"## Example", "\"" + principles.Get(principles.OpenInterfaces).Text + "\"\n\n## Example"}},
	`names no identifier and no value`: {change: reword(func(string) string { return "a name is bad" }), replace: []string{"badA is bad", "is bad", "poorB is bad", "is bad"}},
	`no semicolon before what to do`:   {change: reword(func(m string) string { return strings.Replace(m, ";", ":", 1) })},
	`two runs differ`:                  {change: reword(func(m string) string { return fmt.Sprint(m, " ", runs.Add(1)) })},
	`yet after fixing there are 2`:     {change: refix("badly"), replace: []string{"fineA", "badly"}},
}

var runs atomic.Int32

// reword changes the messages of a rule.
func reword(how func(string) string) func(*rule.Rule) {
	return alter(func(d *analysis.Diagnostic) {
		m, citation, _ := strings.Cut(d.Message, " — ")
		d.Message = how(m) + " — " + citation
	})
}

// refix changes what the fixes of a rule insert.
func refix(text string) func(*rule.Rule) {
	return alter(func(d *analysis.Diagnostic) { d.SuggestedFixes[0].TextEdits[0].NewText = []byte(text) })
}

// alter changes the diagnostics of a rule on their way to the driver.
func alter(how func(*analysis.Diagnostic)) func(*rule.Rule) {
	return func(r *rule.Rule) {
		run := r.Run
		r.Run = func(pass *rule.Pass) error {
			report := pass.Pass.Report
			pass.Pass.Report = func(d analysis.Diagnostic) { how(&d); report(d) }
			return run(pass)
		}
	}
}

// TestBroken runs ruletest on broken rules, in a process of its own, since each of these tests must fail.
func TestBroken(t *testing.T) {
	if want, ok := os.LookupEnv("RULETEST_BROKEN"); ok {
		r := badNames()
		if change := broken[want].change; change != nil {
			change(r)
		}
		Run(t, r)
		return
	}
	data, err := os.ReadFile("testdata/rule.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for want, c := range broken {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			root := t.TempDir()
			for _, f := range txtar.Parse([]byte(strings.NewReplacer(c.replace...).Replace(string(data)))).Files {
				file := filepath.Join(root, f.Name)
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, f.Data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			cmd := exec.Command(os.Args[0], "-test.run=^TestBroken$")
			cmd.Dir = filepath.Join(root, "ruletest")
			cmd.Env = append(os.Environ(), "RULETEST_BROKEN="+want)
			out, err := cmd.CombinedOutput()
			if (err == nil) != (want == "") || !strings.Contains(string(out), want) {
				t.Errorf("%v; want %q in\n%s", err, want, out)
			}
		})
	}
}
