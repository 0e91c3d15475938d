#!/usr/bin/env bash
# An embedded struct with a name in JSON is described flat, so what a model fills in is refused or lost.
#
# github.com/google/jsonschema-go v0.4.3 (the reflector of github.com/modelcontextprotocol/go-sdk v1.8.0), Go 1.26, seen on
# 2026-11-30.
#
# For encoding/json, an embedded struct whose tag gives it a name is a field of that name. For passes over all embedded fields
# and describes the fields inside them as if they stood beside the others, whatever the tag says. A model that obeys the schema
# answers with these, and encoding/json finds no field for them: the struct keeps its zero. What encoding/json itself
# writes is no valid instance of the schema.
#
# Output seen:
#	properties: from, path; required: [path from]
#	{"path":"a","from":7} decodes to From=0, error <nil>
#	{"path":"a","range":{"from":7}} is what encoding/json writes; valid by the schema: false
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
	"maps"
	"slices"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"
)

type Range struct {
	From int `json:"from"`
}

type query struct {
	Path  string `json:"path"`
	Range `json:"range"`
}

func main() {
	schema, err := jsonschema.For[query](nil)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("properties: %s; required: %v\n", strings.Join(slices.Sorted(maps.Keys(schema.Properties)), ", "), schema.Required)

	var q query
	answer := `{"path":"a","from":7}`
	err = json.Unmarshal([]byte(answer), &q)
	fmt.Printf("%s decodes to From=%d, error %v\n", answer, q.From, err)

	written, err := json.Marshal(query{"a", Range{7}})
	if err != nil {
		log.Fatal(err)
	}
	resolved, err := schema.Resolve(nil)
	if err != nil {
		log.Fatal(err)
	}
	var instance any
	if err := json.Unmarshal(written, &instance); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s is what encoding/json writes; valid by the schema: %t\n", written, resolved.Validate(instance) == nil)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/google/jsonschema-go@v0.4.3 2>/dev/null
go mod tidy 2>/dev/null
out=$(go run .)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
properties: from, path; required: [path from]
{"path":"a","from":7} decodes to From=0, error <nil>
{"path":"a","range":{"from":7}} is what encoding/json writes; valid by the schema: false
WANT
