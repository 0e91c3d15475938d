// Package growth makes modules of any size, to measure how the work of a check grows with the code:
//
//	go test -run='^$' -bench=Growth ./cmd/zahariacheck/internal/check/growth
//
// Each shape grows in one way and keeps the rest small. They need nothing but the standard library. A model is an
// interface that nothing in sight implements, and prompts take the ways that they take in real code: from a constant to
// the entry of a map, to another package, a parameter, a format and the interface.
package growth

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
)

// A Shape is a family of modules of growing size.
type Shape struct {
	Name  string
	What  string // what there are n of
	Sizes []int
	// Write makes the module of size n.
	Write func(m Module, n int)
	// Prompts is how many prompts there are to find in it.
	Prompts func(n int) int
}

// A Module holds the contents of files by name.
type Module map[string]*strings.Builder

// Addf appends to a file.
func (m Module) Addf(name, format string, args ...any) {
	if m[name] == nil {
		m[name] = new(strings.Builder)
	}
	fmt.Fprintf(m[name], format, args...)
}

// Save writes the files below a folder.
func (m Module) Save(dir string) error {
	for name, text := range m {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text.String()), 0o644)); err != nil {
			return err
		}
	}
	return nil
}

// New makes the module of a shape and a size.
func New(s Shape, n int) Module {
	m := Module{}
	m.Addf("go.mod", "module example.com/growth\n\ngo 1.24\n")
	m.Addf("model/model.go", `package model

import "context"

type Model interface {
	Complete(ctx context.Context, prompt string) (string, error)
}
`)
	s.Write(m, n)
	return m
}

// header begins a file that uses the model.
func (m Module) header(file, pkg string, imports ...string) {
	m.Addf(file, "package %s\n\nimport (\n\t\"context\"\n\t\"fmt\"\n\n\t\"example.com/growth/model\"\n", pkg)
	for _, path := range imports {
		m.Addf(file, "\t\"example.com/growth/%s\"\n", path)
	}
	m.Addf(file, ")\n")
}

// ask adds a function that fills its argument into a format and sends it.
func (m Module) ask(file, name string) {
	m.Addf(file, `
func %s(ctx context.Context, m model.Model, text string) (string, error) {
	return m.Complete(ctx, fmt.Sprintf("%%s\n", text))
}
`, name)
}

// pass adds a function that passes its argument on to others.
func (m Module) pass(file, name string, to ...string) {
	m.Addf(file, `
func %s(ctx context.Context, m model.Model, text string) (string, error) {
	if len(text)%%2 == 1 {
		return %s(ctx, m, text)
	}
	return %s(ctx, m, text)
}
`, name, to[0], to[len(to)-1])
}

// prompt is the text of the prompt of that number.
func prompt(i int) string {
	return fmt.Sprintf("Answer question %d briefly and in the language of the user.", i)
}

// say adds a function that sends a constant.
func (m Module) say(file, name, to string, i int) {
	m.Addf(file, `
const prompt%[1]s = %[2]q

func %[1]s(ctx context.Context, m model.Model) (string, error) { return %[3]s(ctx, m, prompt%[1]s) }
`, name, prompt(i), to)
}

func one(int) int    { return 1 }
func each(n int) int { return n }

// Shapes are all that there are.
var Shapes = []Shape{
	{Name: "packages", What: "packages, each with a table of prompts that the next two in a tree send", Sizes: []int{50, 100, 200, 400}, Write: packages, Prompts: func(n int) int { return n / 2 * 2 }},
	{Name: "plain", What: "packages that no model can be reached from, beside one that sends a prompt", Sizes: []int{50, 100, 200, 400}, Write: plain, Prompts: one},
	{Name: "depth", What: "packages, one above the other, that a prompt is passed down through", Sizes: []int{25, 50, 100, 200}, Write: depth, Prompts: one},
	{Name: "height", What: "packages, one above the other, that a prompt is handed up through", Sizes: []int{25, 50, 100, 200}, Write: height, Prompts: one},
	{Name: "calls", What: "functions of one package that a prompt is passed through", Sizes: []int{500, 1000, 2000, 4000}, Write: calls, Prompts: one},
	{Name: "diamonds", What: "pairs of functions that pass a prompt on to both of the next: 2ⁿ ways", Sizes: []int{250, 500, 1000, 2000}, Write: diamonds, Prompts: one},
	{Name: "clique", What: "calls among functions that each call a model and all of the functions", Sizes: []int{400, 900, 1600, 3600}, Write: clique, Prompts: one},
	{Name: "callers", What: "functions that each send a prompt by one function", Sizes: []int{500, 1000, 2000, 4000}, Write: callers, Prompts: each},
	{Name: "statements", What: "statements of one function, each with a prompt", Sizes: []int{200, 400, 800, 1600}, Write: statements, Prompts: each},
	{Name: "builder", What: "statements of one function that put one prompt together", Sizes: []int{500, 1000, 2000, 4000}, Write: builder, Prompts: one},
	{Name: "concat", What: "statements of one function that add to one prompt", Sizes: []int{200, 400, 800, 1600}, Write: concat, Prompts: one},
	{Name: "table", What: "constants in a table of the package that sends them", Sizes: []int{1000, 2000, 4000, 8000}, Write: table, Prompts: each},
	{Name: "foreigntable", What: "constants in a table of another package", Sizes: []int{1000, 2000, 4000, 8000}, Write: foreignTable, Prompts: each},
	{Name: "fields", What: "fields of a struct, each of which holds a prompt", Sizes: []int{250, 500, 1000, 2000}, Write: fields, Prompts: each},
	{Name: "methods", What: "types that implement one interface of prompts", Sizes: []int{250, 500, 1000, 2000}, Write: methods, Prompts: each},
}

func packages(m Module, n int) {
	m.header("p0/p.go", "p0")
	m.ask("p0/p.go", "Ask")
	for i := range n {
		pkg, below := fmt.Sprintf("p%d", i), fmt.Sprintf("p%d", (i-1)/2)
		file := pkg + "/p.go"
		if i > 0 {
			m.header(file, pkg, below)
			m.pass(file, "Ask", below+".Ask")
			m.Addf(file, "\nfunc Say(ctx context.Context, m model.Model, topic string) (string, error) {\n"+
				"\treturn %[1]s.Ask(ctx, m, fmt.Sprintf(%[1]s.Text(topic), topic))\n}\n", below)
		}
		m.Addf(file, "\nconst (\n\tfirst = %q\n\tsecond = %q\n)\n", prompt(2*i), prompt(2*i+1))
		m.Addf(file, "\nvar texts = map[string]string{\"first\": first, \"second\": second}\n\nfunc Text(topic string) string { return texts[topic] }\n")
	}
}

func plain(m Module, n int) {
	m.header("ask/ask.go", "ask")
	m.ask("ask/ask.go", "Ask")
	m.say("ask/ask.go", "Say", "Ask", 0)
	for i := range n {
		file := fmt.Sprintf("p%d/p.go", i)
		m.Addf(file, "package p%d\n\nimport (\n\t\"fmt\"\n\t\"strings\"\n", i)
		if i > 0 {
			m.Addf(file, "\n\tbelow \"example.com/growth/p%d\"\n", (i-1)/2)
		}
		m.Addf(file, ")\n\ntype Names map[string]int\n")
		for j := range 20 {
			m.Addf(file, `
func (names Names) Add%[1]d(text string) (string, error) {
	for _, word := range strings.Fields(text) {
		if names[word]++; names[word] > %[1]d {
			return "", fmt.Errorf("the name %%s was met %%d times", word, names[word])
		}
	}
	return strings.Join(strings.Fields(text), "%[1]d"), nil
}
`, j)
		}
		if i > 0 {
			m.Addf(file, "\nfunc Join(text string) (string, error) { return below.Names{}.Add0(text) }\n")
		}
	}
}

func depth(m Module, n int) {
	m.header("p0/p.go", "p0")
	m.ask("p0/p.go", "Ask")
	for i := range n {
		pkg, below := fmt.Sprintf("p%d", i+1), fmt.Sprintf("p%d", i)
		m.Addf(pkg+"/p.go", "package %s\n\nimport (\n\t\"context\"\n\n\t\"example.com/growth/model\"\n\t\"example.com/growth/%s\"\n)\n", pkg, below)
		m.pass(pkg+"/p.go", "Ask", below+".Ask")
	}
	m.say(fmt.Sprintf("p%d/p.go", n), "Say", "Ask", 0)
}

func height(m Module, n int) {
	m.Addf("p0/p.go", "package p0\n\nconst text = %q\n\nvar texts = map[string]string{\"first\": text}\n\nfunc Text(topic string) string { return texts[topic] }\n", prompt(0))
	for i := 1; i < n; i++ {
		m.Addf(fmt.Sprintf("p%d/p.go", i), "package p%d\n\nimport below \"example.com/growth/p%d\"\n\nfunc Text(topic string) string { return below.Text(topic) + \"\\n\" }\n", i, i-1)
	}
	m.header("ask/ask.go", "ask", fmt.Sprintf("p%d", n-1))
	m.ask("ask/ask.go", "Ask")
	m.Addf("ask/ask.go", "\nfunc Say(ctx context.Context, m model.Model) (string, error) { return Ask(ctx, m, p%d.Text(\"first\")) }\n", n-1)
}

func calls(m Module, n int) {
	m.header("ask/ask.go", "ask")
	m.ask("ask/ask.go", "ask0")
	for i := range n {
		m.pass("ask/ask.go", fmt.Sprintf("ask%d", i+1), fmt.Sprintf("ask%d", i))
	}
	m.say("ask/ask.go", "Say", fmt.Sprintf("ask%d", n), 0)
}

func diamonds(m Module, n int) {
	m.header("ask/ask.go", "ask")
	m.ask("ask/ask.go", "left0")
	m.ask("ask/ask.go", "right0")
	for i := range n {
		left, right := fmt.Sprintf("left%d", i), fmt.Sprintf("right%d", i)
		m.pass("ask/ask.go", fmt.Sprintf("left%d", i+1), left, right)
		m.pass("ask/ask.go", fmt.Sprintf("right%d", i+1), left, right)
	}
	m.pass("ask/ask.go", "top", fmt.Sprintf("left%d", n), fmt.Sprintf("right%d", n))
	m.say("ask/ask.go", "Say", "top", 0)
}

func clique(m Module, n int) {
	side := int(math.Sqrt(float64(n)))
	var all []string
	for i := range side {
		all = append(all, fmt.Sprintf("ask%d", i))
	}
	m.header("ask/ask.go", "ask")
	for _, name := range all {
		m.Addf("ask/ask.go", "\nfunc %s(ctx context.Context, m model.Model, text string) (string, error) {\n\tif answer, err := m.Complete(ctx, text); err != nil {\n\t\treturn answer, err\n\t}\n", name)
		for _, other := range all {
			m.Addf("ask/ask.go", "\tif text == %q {\n\t\treturn %s(ctx, m, text)\n\t}\n", other, other)
		}
		m.Addf("ask/ask.go", "\treturn fmt.Sprint(text), nil\n}\n")
	}
	m.say("ask/ask.go", "Say", "ask0", 0)
}

func callers(m Module, n int) {
	m.header("ask/ask.go", "ask")
	m.ask("ask/ask.go", "Ask")
	for i := range n {
		m.say("ask/ask.go", fmt.Sprintf("Say%d", i), "Ask", i)
	}
}
