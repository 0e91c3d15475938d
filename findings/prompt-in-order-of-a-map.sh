#!/usr/bin/env bash
# A template that goes through a map writes another prompt each time.
#
# github.com/aymerick/raymond v2.0.2, github.com/mailgun/raymond/v2 v2.0.48, github.com/flosch/pongo2/v6 v6.0.0 and
# github.com/osteele/liquid v1.6.0 against text/template of Go 1.26 and github.com/nikolalohinski/gonja/v2 v2.9.1, seen on 2026-11-30.
#
# text/template sorts the keys of a map, and whoever knows that takes it for the custom of Go's template engines. Handlebars, Liquid and
# Django templates in Go iterate as Go does: a prompt that lists settings, tools or examples from a map is another one each time, so
# no cache of prompts matches, and a test that compares prompts fails now and then. pongo2 sorts on demand, "for k in m sorted".
#
# Output seen, of 100 prompts:
#	text/template 1 orders
#	gonja         1 orders
#	raymond       8 orders
#	mailgun       8 orders
#	pongo2        8 orders
#	liquid        8 orders
#	pongo2 sorted 1 orders
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"bytes"
	"fmt"
	"log"
	"text/template"

	"github.com/aymerick/raymond"
	"github.com/flosch/pongo2/v6"
	mailgun "github.com/mailgun/raymond/v2"
	"github.com/nikolalohinski/gonja/v2"
	"github.com/nikolalohinski/gonja/v2/exec"
	"github.com/osteele/liquid"
)

func main() {
	settings := map[string]any{}
	for i := range 8 {
		settings[fmt.Sprint("setting", i)] = i
	}
	data := map[string]any{"settings": settings}
	count("text/template", func() (string, error) {
		var b bytes.Buffer
		err := template.Must(template.New("").Parse("{{range $k, $v := .settings}}{{$k}} {{end}}")).Execute(&b, data)
		return b.String(), err
	})
	count("gonja", func() (string, error) {
		t, err := gonja.FromString("{% for k in settings %}{{ k }} {% endfor %}")
		if err != nil {
			return "", err
		}
		return t.ExecuteToString(exec.NewContext(data))
	})
	const handlebars = "{{#each settings}}{{@key}} {{/each}}"
	count("raymond", func() (string, error) { return raymond.Render(handlebars, data) })
	count("mailgun", func() (string, error) { return mailgun.Render(handlebars, data) })
	django := func(text string) func() (string, error) {
		return func() (string, error) { return pongo2.Must(pongo2.FromString(text)).Execute(data) }
	}
	count("pongo2", django("{% for k in settings %}{{ k }} {% endfor %}"))
	count("liquid", func() (string, error) {
		return liquid.NewEngine().ParseAndRenderString("{% for s in settings %}{{ s[0] }} {% endfor %}", data)
	})
	count("pongo2 sorted", django("{% for k in settings sorted %}{{ k }} {% endfor %}"))
}

// count prints how many prompts there are in 100.
func count(engine string, render func() (string, error)) {
	orders := map[string]bool{}
	for range 100 {
		prompt, err := render()
		if err != nil {
			log.Fatal(err)
		}
		orders[prompt] = true
	}
	fmt.Printf("%-13s %d orders\n", engine, len(orders))
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/aymerick/raymond@v2.0.2 github.com/mailgun/raymond/v2@v2.0.48 github.com/flosch/pongo2/v6@v6.0.0 github.com/osteele/liquid@v1.6.0 github.com/nikolalohinski/gonja/v2@v2.9.1 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out" | sed 's/ \([2-9]\|[1-9][0-9]*[0-9]\) orders$/ several orders/') <<'WANT'
text/template 1 orders
gonja         1 orders
raymond       several orders
mailgun       several orders
pongo2        several orders
liquid        several orders
pongo2 sorted 1 orders
WANT
