#!/usr/bin/env bash
# A property is called "days,omitzero", so what a model fills in is dropped.
#
# github.com/sashabaranov/go-openai v1.43.0 (package jsonschema), Go 1.26, seen on 2026-11-30.
#
# GenerateSchemaForType takes the whole tag json for the name of the property, and takes off only an ",omitempty" at its end. With
# omitzero, which gofmt-era modernizers put in its place, the schema has a required property of that odd name. A model that obeys
# the schema answers under it, and encoding/json passes over it without an error: the field keeps its zero.
#
# Output seen:
#	property "days,omitzero", required ["days,omitzero"]
#	{"days,omitzero":7} decodes to Days=0, error <nil>
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

	"github.com/sashabaranov/go-openai/jsonschema"
)

type query struct {
	Days int `json:"days,omitzero"`
}

func main() {
	schema, err := jsonschema.GenerateSchemaForType(query{})
	if err != nil {
		log.Fatal(err)
	}
	answer := map[string]int{}
	for name := range schema.Properties {
		fmt.Printf("property %q, required %q\n", name, schema.Required)
		answer[name] = 7
	}
	data, err := json.Marshal(answer)
	if err != nil {
		log.Fatal(err)
	}
	var q query
	err = json.Unmarshal(data, &q)
	fmt.Printf("%s decodes to Days=%d, error %v\n", data, q.Days, err)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/sashabaranov/go-openai@v1.43.0 2>/dev/null
go mod tidy 2>/dev/null
out=$(go run .)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
property "days,omitzero", required ["days,omitzero"]
{"days,omitzero":7} decodes to Days=0, error <nil>
WANT
