// Command new writes the folder of a new rule, with all that the contract of rules asks for, and puts the rule into the registry:
//
//	go run ./internal/new NAME
//
// The rule that it writes passes its test and finds calls of one function, so that there is something to change from. It says
// what is left to do.
package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"go/format"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"text/template"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

//go:embed template
var templates embed.FS

// files are those of a rule, by their template.
var files = map[string]string{
	"rule.go.tmpl": "{{.Name}}.go",
	"test.go.tmpl": "{{.Name}}_test.go",
	"rule.md.tmpl": "rule.md",
	"case.go.tmpl": "testdata/src/cases/cases.go",
}

const registry = "analyzers/analyzers.go"

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: go run ./internal/new NAME (at the root of the repository)")
	}
	name := os.Args[1]
	if err := write(".", name); err != nil {
		log.Fatalf("new: %v", err)
	}
	fmt.Print(left(name))
}

var ruleName = regexp.MustCompile(`^[a-z][a-z0-9]*$`)

// write writes the rule below the root of the repository. It overwrites nothing.
func write(root, name string) error {
	if !ruleName.MatchString(name) {
		return fmt.Errorf("%q is no name of a rule: want one lower-case word", name)
	}
	folder := filepath.Join(root, "analyzers", name)
	if _, err := os.Stat(folder); err == nil {
		return fmt.Errorf("%s is there already", folder)
	}
	old, err := os.ReadFile(filepath.Join(root, registry))
	if err != nil {
		return fmt.Errorf("run it at the root of the repository: %w", err)
	}
	list, err := register(old, name)
	if err != nil {
		return err
	}
	all := map[string][]byte{filepath.Join(root, registry): list}
	data := map[string]string{"Name": name, "Since": analyzers.Version}
	for from, to := range files {
		text, err := execute(from, data)
		if err != nil {
			return err
		}
		all[filepath.Join(folder, strings.ReplaceAll(to, "{{.Name}}", name))] = text
	}
	for file, text := range all {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func execute(name string, data any) ([]byte, error) {
	t, err := template.New(name).Delims("[[", "]]").ParseFS(templates, "template/"+name)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := t.ExecuteTemplate(&out, name, data); err != nil {
		return nil, err
	}
	if strings.HasSuffix(name, ".go.tmpl") {
		return format.Source(out.Bytes())
	}
	return out.Bytes(), nil
}

// register adds a rule to the registry: its import, and its line in the list, the order of which does not matter.
func register(old []byte, name string) ([]byte, error) {
	const firstImport, firstRule = "\n\t\"github.com/zahariacheck/zahariacheck/analyzers/", "complete(\n"
	text := string(old)
	if strings.Count(text, firstRule) != 1 || !strings.Contains(text, firstImport) {
		return nil, errors.New(registry + " has no list of rules where one is expected")
	}
	text = strings.Replace(text, firstImport, firstImport+name+"\""+firstImport, 1)
	text = strings.Replace(text, firstRule, firstRule+"\t"+name+".Rule,\n", 1)
	return format.Source([]byte(text))
}

// left lists what remains to be done by hand.
func left(name string) string {
	return strings.ReplaceAll(`wrote analyzers/NAME and its line in analyzers/analyzers.go; its test passes: go test ./analyzers/NAME

What is left:
1. analyzers/NAME/testdata/src: code that the rule must report, with a comment // want, and code like it that it must not.
2. analyzers/NAME/NAME.go: what it finds, its group, its message (one sentence; semicolon; one imperative), the quote that it
   cites: principles/ids.go has all. If principles/internal/docs/reasons.txt says why no rule cites it, delete that reason.
3. analyzers/NAME/rule.md: every section, with the quote verbatim on one line. This rule must find the example; the code under
   "Use instead" must pass all rules.
4. go generate ./principles writes the rule into README.md and principles/COVERAGE.md.
5. Try it: go install ./cmd/zahariacheck, then zahariacheck -NAME in modules that call models. CONTRIBUTING.md says what makes a
   rule worth having.
6. A rule that is on by default needs a case in cmd/zahariacheck/internal/demo/app.txtar. This one is in preview.
`, "NAME", name)
}
