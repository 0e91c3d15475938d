package embeds

import (
	_ "embed"
	"os"
	"text/template"
)

//go:embed texts/person.txt
var person string

//go:embed texts/open.txt
var open []byte

type human struct{ Name string }

var named = template.Must(template.New("person").Parse(person))

func greet(h human) error {
	return named.Execute(os.Stdout, h) // want `the template uses \.Nam, but human has no such field or method` `the template uses \.Born, but human has no such field or method`
}

func unfinished() {
	template.New("open").Parse(string(open)) // want `the template does not parse`
}
