#!/usr/bin/env bash
# A number of a JSON document stands as 1.234567e+06 in a prompt.
#
# text/template of Go 1.26, github.com/cbroglie/mustache v1.4.2, github.com/aymerick/raymond v2.0.2 and github.com/flosch/pongo2/v6 v6.0.0, seen on 2026-11-30.
#
# encoding/json decodes each number of a document without a type into a float64. text/template and mustache print that as fmt does, with an exponent,
# pongo2 with six decimals, raymond as it was. So an order number or a count in a prompt is not what the document says, and a model that passes
# it on to a tool passes 1.234567e+06. Decoder.UseNumber keeps the digits, in all four.
#
# Output seen:
#	float64 text/template 1.234567e+06
#	float64 mustache      1.234567e+06
#	float64 raymond       1234567
#	float64 pongo2        1234567.000000
#	Number  text/template 1234567
#	Number  mustache      1234567
#	Number  raymond       1234567
#	Number  pongo2        1234567
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"strings"
	"text/template"

	"github.com/aymerick/raymond"
	"github.com/cbroglie/mustache"
	"github.com/flosch/pongo2/v6"
)

const document = `{"order":1234567}`

func main() {
	var data map[string]any
	if err := json.Unmarshal([]byte(document), &data); err != nil {
		log.Fatal(err)
	}
	show("float64", data)
	numbers := json.NewDecoder(strings.NewReader(document))
	numbers.UseNumber()
	data = nil
	if err := numbers.Decode(&data); err != nil {
		log.Fatal(err)
	}
	show("Number ", data)
}

func show(as string, data map[string]any) {
	var b strings.Builder
	must(template.Must(template.New("").Parse("{{.order}}")).Execute(&b, data))
	fmt.Println(as, "text/template", b.String())
	s, err := mustache.Render("{{order}}", data)
	must(err)
	fmt.Println(as, "mustache     ", s)
	s, err = raymond.Render("{{order}}", data)
	must(err)
	fmt.Println(as, "raymond      ", s)
	s, err = pongo2.Must(pongo2.FromString("{{ order }}")).Execute(data)
	must(err)
	fmt.Println(as, "pongo2       ", s)
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/cbroglie/mustache@v1.4.2 github.com/aymerick/raymond@v2.0.2 github.com/flosch/pongo2/v6@v6.0.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
float64 text/template 1.234567e+06
float64 mustache      1.234567e+06
float64 raymond       1234567
float64 pongo2        1234567.000000
Number  text/template 1234567
Number  mustache      1234567
Number  raymond       1234567
Number  pongo2        1234567
WANT
