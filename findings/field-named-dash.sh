#!/usr/bin/env bash
# Three reflectors give three names to a field that encoding/json calls "-".
#
# github.com/google/jsonschema-go v0.4.3, github.com/invopop/jsonschema v0.14.0, github.com/sashabaranov/go-openai v1.43.0 (package
# jsonschema), Go 1.26, seen on 2026-11-30.
#
# The tag `json:"-,"` names a field "-", as the documentation of encoding/json says. google's reflector agrees; invopop's leaves the
# field out, so a model is never told of an argument that the decoder reads; go-openai's calls it "-,", so what the model fills in
# is dropped by the decoder, without an error.
#
# Output seen:
#	encoding/json {"-":"x"}
#	google -
#	invopop (none)
#	go-openai -,
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

	google "github.com/google/jsonschema-go/jsonschema"
	invopop "github.com/invopop/jsonschema"
	openai "github.com/sashabaranov/go-openai/jsonschema"
)

type in struct {
	Dash string `json:"-,"`
}

func main() {
	data, err := json.Marshal(in{"x"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("encoding/json %s\n", data)
	g, err := google.For[in](nil)
	if err != nil {
		log.Fatal(err)
	}
	o, err := openai.GenerateSchemaForType(in{})
	if err != nil {
		log.Fatal(err)
	}
	show("google", g)
	show("invopop", (&invopop.Reflector{DoNotReference: true}).Reflect(in{}))
	show("go-openai", o)
}

func show(name string, schema any) {
	data, err := json.Marshal(schema)
	if err != nil {
		log.Fatal(err)
	}
	var s struct{ Properties map[string]any }
	if err := json.Unmarshal(data, &s); err != nil {
		log.Fatal(err)
	}
	property := "(none)"
	for property = range s.Properties {
	}
	fmt.Println(name, property)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/google/jsonschema-go@v0.4.3 github.com/invopop/jsonschema@v0.14.0 github.com/sashabaranov/go-openai@v1.43.0 2>/dev/null
go mod tidy 2>/dev/null
out=$(go run .)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
encoding/json {"-":"x"}
google -
invopop (none)
go-openai -,
WANT
