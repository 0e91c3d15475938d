#!/usr/bin/env bash
# The same prompt file allows null and no other property in JavaScript, and the opposite in Go.
#
# github.com/google/dotprompt/go v0.0.0-20251121213842-db5416a4f7ce (the newest) against npm dotprompt 1.1.2, both read by
# github.com/google/jsonschema-go v0.4.3, Go 1.26, Node 20, seen on 2026-11-30.
#
# "score?: integer" of Picoschema is an integer or null. The library for Go writes that down beside the type that it had before,
# type integer *and* one of integer and null, so that null is refused, which is what a model sends that has no score. It also leaves out
# additionalProperties: false, so an answer with a property of its own making is valid, and OpenAI refuses the schema as a strict one.
#
# Output seen:
#	Go         {"anyOf":[{"type":"integer"},{"type":"null"}],"type":"integer"}
#	Go         null refused, other property allowed
#	JavaScript {"type":["integer","null"]}
#	JavaScript null allowed, other property refused
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >rate.prompt <<'PROMPT'
---
model: vendor/model
output:
  schema:
    score?: integer
---
Rate this.
PROMPT
cat >main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"

	"github.com/google/dotprompt/go/dotprompt"
	"github.com/google/jsonschema-go/jsonschema"
)

func main() {
	source, err := os.ReadFile("rate.prompt")
	if err != nil {
		log.Fatal(err)
	}
	rendered, err := dotprompt.NewDotprompt(nil).Render(string(source), &dotprompt.DataArgument{}, nil)
	if err != nil {
		log.Fatal(err)
	}
	text, err := json.Marshal(rendered.Output.Schema)
	if err != nil {
		log.Fatal(err)
	}
	show("Go        ", text)
	if text, err = os.ReadFile("javascript.json"); err != nil {
		log.Fatal(err)
	}
	show("JavaScript", text)
}

// show prints the schema of the score, and what the whole schema says to two answers.
func show(language string, text []byte) {
	var parts struct{ Properties struct{ Score json.RawMessage } }
	if err := json.Unmarshal(text, &parts); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s %s\n", language, parts.Properties.Score)
	var schema jsonschema.Schema
	if err := json.Unmarshal(text, &schema); err != nil {
		log.Fatal(err)
	}
	resolved, err := schema.Resolve(nil)
	if err != nil {
		log.Fatal(err)
	}
	said := func(answer map[string]any) string {
		if resolved.Validate(answer) != nil {
			return "refused"
		}
		return "allowed"
	}
	fmt.Printf("%s null %s, other property %s\n", language, said(map[string]any{"score": nil}), said(map[string]any{"score": 3, "mood": "fine"}))
}
GO
cat >main.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { Dotprompt } from 'dotprompt'

const rendered = await new Dotprompt().render(readFileSync('rate.prompt', 'utf8'))
console.log(JSON.stringify(rendered.output.schema))
JS
go mod init example.com/finding 2>/dev/null
go get github.com/google/dotprompt/go@v0.0.0-20251121213842-db5416a4f7ce github.com/google/jsonschema-go@v0.4.3 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
npm install --silent --no-audit --no-fund dotprompt@1.1.2 >/dev/null
node main.mjs >javascript.json
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
Go         {"anyOf":[{"type":"integer"},{"type":"null"}],"type":"integer"}
Go         null refused, other property allowed
JavaScript {"type":["integer","null"]}
JavaScript null allowed, other property refused
WANT
