#!/usr/bin/env bash
# The schema of an answer is in another order each time the same prompt file is read.
#
# github.com/google/dotprompt/go v0.0.0-20251121213842-db5416a4f7ce (the newest) against npm dotprompt 1.1.2, Go 1.26, Node 20, seen
# on 2026-11-30.
#
# A .prompt file that asks for reasoning before answer relies on that order: a model fills in properties as the schema lists them. The
# library for Go reads them through a map and keeps the order of its iteration, in a type that is made to keep an order. So the request
# differs from run to run, a cache of prompts misses, and in some runs the answer comes before its reasoning. The library for
# JavaScript keeps the order of the file.
#
# Output seen:
#	Go, 200 times: 4 orders
#	JavaScript, 200 times: 1 orders, reasoning answer score tags
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >ask.prompt <<'PROMPT'
---
model: vendor/model
output:
  schema:
    reasoning: string
    answer: string
    score: integer
    tags(array): string
---
Why is the sky blue?
PROMPT
cat >main.go <<'GO'
package main

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/google/dotprompt/go/dotprompt"
	"github.com/invopop/jsonschema"
)

func main() {
	source, err := os.ReadFile("ask.prompt")
	if err != nil {
		log.Fatal(err)
	}
	orders := map[string]bool{}
	for range 200 {
		rendered, err := dotprompt.NewDotprompt(nil).Render(string(source), &dotprompt.DataArgument{}, nil)
		if err != nil {
			log.Fatal(err)
		}
		var names []string
		for p := rendered.Output.Schema.(*jsonschema.Schema).Properties.Oldest(); p != nil; p = p.Next() {
			names = append(names, p.Key)
		}
		orders[strings.Join(names, " ")] = true
	}
	fmt.Printf("Go, 200 times: %d orders\n", len(orders))
}
GO
cat >main.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { Dotprompt } from 'dotprompt'

const source = readFileSync('ask.prompt', 'utf8')
const orders = new Set()
for (let i = 0; i < 200; i++) {
  const rendered = await new Dotprompt().render(source)
  orders.add(Object.keys(rendered.output.schema.properties).join(' '))
}
console.log(`JavaScript, 200 times: ${orders.size} orders, ${[...orders]}`)
JS
go mod init example.com/finding 2>/dev/null
go get github.com/google/dotprompt/go@v0.0.0-20251121213842-db5416a4f7ce 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
npm install --silent --no-audit --no-fund dotprompt@1.1.2 >/dev/null
out=$(./finding; node main.mjs)
printf '%s\n' "$out"
# How many of the orders 200 trials meet is chance; that there are several is not.
diff - <(printf '%s\n' "$out" | sed 's/: \([2-9]\|[1-9][0-9]\) orders$/: several orders/') <<'WANT'
Go, 200 times: several orders
JavaScript, 200 times: 1 orders, reasoning answer score tags
WANT
