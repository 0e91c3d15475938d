package prompttemplate

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"strings"
	"testing"
	"text/template"
	"text/template/parse"
)

// anything takes each verb.
type anything struct{}

func (*anything) Format(s fmt.State, _ rune) { io.WriteString(s, "x") }

// FuzzScan demands that fmt agrees: a format of which all is known, and no percent sign of which is bare, takes as many
// values as were counted.
func FuzzScan(f *testing.F) {
	for _, s := range []string{"", "%s is %d%% of %+v", "100% correct", "%", "%%%", "% d", "%-08.3f|%x", "%[1]s %s", "%*d", "5%\n%v", "%!", "%é", "50% of %s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, format string) {
		got := scan(format, token.NoPos)
		if !got.complete || got.strayPercent != nil || got.trailingPercent != nil || got.verbs > 1000 {
			return
		}
		for _, said := range []string{"MISSING", "EXTRA", "NOVERB", "BADINDEX", "BADWIDTH", "BADPREC"} {
			if strings.Contains(format, said) {
				return
			}
			values := make([]any, got.verbs)
			for i := range values {
				values[i] = new(anything)
			}
			if text := fmt.Sprintf(format, values...); strings.Contains(text, "("+said) {
				t.Fatalf("%q was taken for %d verbs; with as many values fmt gives %q", format, got.verbs, text)
			}
		}
	})
}

// What the templates below are executed with, for the compiler and for the type checker.
type (
	item struct {
		Title string
		Tags  map[string]string
	}
	data struct {
		Name   string
		Items  []item
		Sub    *item
		Any    any
		hidden string
	}
)

func (item) Method(string) string { return "" }

const declared = `package prompttemplate
type item struct { Title string; Tags map[string]string }
type data struct { Name string; Items []item; Sub *item; Any any; hidden string }
func (item) Method(string) string { return "" }`

// FuzzFields demands that text/template agrees: a template that is said to fail fails, as far as it has no branches
// that could keep it from what is wrong.
func FuzzFields(f *testing.F) {
	for _, s := range []string{"{{.Name}}", "{{.Nmae}}", "{{.hidden}}", "{{.Sub.Title}} {{$.Name}}", "{{range $i, $x := .Items}}{{.Title}}{{$x.Bad}}{{end}}",
		"{{with .Sub}}{{.Title}}{{else}}{{.Name}}{{end}}", "{{.Any.Thing}}", "{{(index .Items 0).Title | printf \"%s\"}}", "{{define \"a\"}}{{.X}}{{end}}{{template \"a\" .Sub}}",
		"{{.Items.Title}}", "{{.Sub.Method \"x\"}}", "{{- /* a */ -}}{{$x := .Name}}{{$x.Bad}}", "{{break}}", "{{.Sub.Tags.key}}", "{{1.2i}}{{`a`}}{{'a'}}{{nil}}"} {
		f.Add(s)
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "data.go", declared, 0)
	if err != nil {
		f.Fatal(err)
	}
	pkg, err := (&types.Config{Importer: importer.Default()}).Check("prompttemplate", fset, []*ast.File{file}, nil)
	if err != nil {
		f.Fatal(err)
	}
	root := pkg.Scope().Lookup("data").Type()
	f.Fuzz(func(t *testing.T, source string) {
		tree, err := parseSource(source)
		if err != nil {
			return
		}
		check := &fieldChecker{pkg: pkg, root: root, optional: conditions(tree.Root)}
		check.list(tree.Root, root)
		if len(check.missing) == 0 || !straight(tree) {
			return
		}
		tmpl, err := template.New("template").Parse(source)
		if err != nil {
			return // for want of a function
		}
		if err := tmpl.Execute(io.Discard, data{hidden: "x"}); err == nil {
			t.Fatalf("%q executes, though %s", source, check.missing[0])
		}
	})
}

// straight reports whether all of a template is evaluated.
func straight(t *parse.Tree) bool {
	for _, n := range t.Root.Nodes {
		if kind := n.Type(); kind != parse.NodeText && kind != parse.NodeAction && kind != parse.NodeComment {
			return false
		}
	}
	return !strings.Contains(t.Root.String(), "and") && !strings.Contains(t.Root.String(), "or")
}
