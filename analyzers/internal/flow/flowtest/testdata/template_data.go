package main

import (
	"strings"
	"text/template"
)

type data struct {
	Rules string
	Count int
}

type config struct {
	text string
}

func sink(string) {}

func fill(t *template.Template, d data) string {
	var b strings.Builder
	t.Execute(&b, d)
	return b.String()
}

func main() {
	t := template.New("")
	sink(fill(t, data{Rules: "flows through the field of a template's data"}))
	fill(t, data{Rules: "stays in data that another template gets"})

	var b strings.Builder
	t.Execute(&b, &data{Rules: "flows through a pointer"})
	t.Execute(&b, map[string]any{"Rules": "flows through a map"})
	sink(b.String())

	c := config{text: "flows through a field of another struct"}
	var kept strings.Builder
	t.Execute(&kept, data{Rules: c.text})
	sink(kept.String())
}
