#!/usr/bin/env bash
# What a prompt says if a number is 1 it never says, where the number comes from JSON; nor what it says of a named type.
#
# github.com/google/dotprompt/go v0.0.0-20251121213842-db5416a4f7ce (the newest) and github.com/firebase/genkit/go v1.4.0, which uses
# it, against npm dotprompt 1.1.2, Go 1.26, Node 20, seen on 2026-11-30.
#
# {{#ifEquals count 1}} of a .prompt file compares by Go's ==, types and all, and a number of the template is an int, a text a string.
# A number that encoding/json decoded is a float64, one of a database an int64, a level of the program a type of its own: none is ever
# equal, and the else branch is taken without an error. Genkit sends a map through JSON, but no struct, so the same prompt with the same
# values says different things. JavaScript has one kind of number.
#
# Output seen:
#	int: one result
#	int64: 1 results
#	float64: 1 results
#	main.level: not urgent
#	Genkit, struct: one result
#	Genkit, map: 1 results
#	JavaScript, number: one result
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
printf '{{#ifEquals count 1}}one result{{else}}{{count}} results{{/ifEquals}}' >found.prompt
cat >main.go <<'GO'
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/firebase/genkit/go/ai"
	"github.com/firebase/genkit/go/genkit"
	"github.com/google/dotprompt/go/dotprompt"
)

type level string

const high level = "high"

type found struct {
	Count int `json:"count"`
}

func main() {
	text, err := os.ReadFile("found.prompt")
	if err != nil {
		log.Fatal(err)
	}
	source := string(text)
	for _, count := range []any{1, int64(1), 1.0} {
		show(source, "count", count)
	}
	show(`{{#ifEquals level "high"}}urgent{{else}}not urgent{{/ifEquals}}`, "level", high)

	ctx := context.Background()
	g := genkit.Init(ctx)
	model := genkit.DefineModel(g, "test/m", &ai.ModelOptions{Supports: &ai.ModelSupports{}},
		func(_ context.Context, r *ai.ModelRequest, _ ai.ModelStreamCallback) (*ai.ModelResponse, error) {
			return &ai.ModelResponse{Message: ai.NewModelTextMessage(r.Messages[0].Text()), FinishReason: ai.FinishReasonStop}, nil
		})
	prompt := genkit.DefinePrompt(g, "found", ai.WithModel(model), ai.WithInputType(found{}), ai.WithPrompt(source))
	for _, how := range []struct {
		name  string
		input any
	}{{"struct", found{Count: 1}}, {"map", map[string]any{"count": 1}}} {
		response, err := prompt.Execute(ctx, ai.WithInput(how.input))
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("Genkit, %s: %s\n", how.name, response.Text())
	}
}

// show prints a template that is filled with a value.
func show(source, name string, value any) {
	rendered, err := dotprompt.NewDotprompt(nil).Render(source, &dotprompt.DataArgument{Input: map[string]any{name: value}}, nil)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%T: %s\n", value, rendered.Messages[0].Content[0].(*dotprompt.TextPart).Text)
}
GO
cat >main.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { Dotprompt } from 'dotprompt'

const rendered = await new Dotprompt().render(readFileSync('found.prompt', 'utf8'), { input: JSON.parse('{"count":1}') })
console.log('JavaScript, number: ' + rendered.messages[0].content[0].text)
JS
go mod init example.com/finding 2>/dev/null
go get github.com/google/dotprompt/go@v0.0.0-20251121213842-db5416a4f7ce github.com/firebase/genkit/go@v1.4.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
npm install --silent --no-audit --no-fund dotprompt@1.1.2 >/dev/null
out=$(./finding; node main.mjs)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
int: one result
int64: 1 results
float64: 1 results
main.level: not urgent
Genkit, struct: one result
Genkit, map: 1 results
JavaScript, number: one result
WANT
