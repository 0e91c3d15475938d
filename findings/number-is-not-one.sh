#!/usr/bin/env bash
# What a prompt says if a number is 1 it never says, where the number comes from JSON.
#
# github.com/google/dotprompt/go v0.0.0-20251121213842-db5416a4f7ce (the newest) against npm dotprompt 1.1.2, Go 1.26, Node 20, seen
# on 2026-11-30.
#
# {{#ifEquals count 1}} of a .prompt file compares by Go's ==, where a number of the template is an int. A number that encoding/json
# decoded is a float64, one of a database an int64: neither is ever equal, and the else branch is taken without an error. An int works,
# as a test in Go writes it. JavaScript has one kind of number.
#
# Output seen:
#	Go int: one result
#	Go int64: 1 results
#	Go float64: 1 results
#	JavaScript number: one result
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
printf '{{#ifEquals count 1}}one result{{else}}{{count}} results{{/ifEquals}}' >found.prompt
cat >main.go <<'GO'
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/google/dotprompt/go/dotprompt"
)

func main() {
	source, err := os.ReadFile("found.prompt")
	if err != nil {
		log.Fatal(err)
	}
	for _, count := range []any{1, int64(1), 1.0} {
		rendered, err := dotprompt.NewDotprompt(nil).Render(string(source), &dotprompt.DataArgument{Input: map[string]any{"count": count}}, nil)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("Go %T: %s\n", count, rendered.Messages[0].Content[0].(*dotprompt.TextPart).Text)
	}
}
GO
cat >main.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { Dotprompt } from 'dotprompt'

const rendered = await new Dotprompt().render(readFileSync('found.prompt', 'utf8'), { input: JSON.parse('{"count":1}') })
console.log('JavaScript number: ' + rendered.messages[0].content[0].text)
JS
go mod init example.com/finding 2>/dev/null
go get github.com/google/dotprompt/go@v0.0.0-20251121213842-db5416a4f7ce 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
npm install --silent --no-audit --no-fund dotprompt@1.1.2 >/dev/null
out=$(./finding; node main.mjs)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
Go int: one result
Go int64: 1 results
Go float64: 1 results
JavaScript number: one result
WANT
