#!/usr/bin/env bash
# A tool runs on zero values, because its schema and its decoder disagree about a name.
#
# charm.land/fantasy v0.41.2, Go 1.26, seen on 2026-11-30.
#
# NewAgentTool makes the schema of the type of the input. A field without a json tag gets its name in snake case there,
# max_results, but the arguments are decoded by encoding/json, which looks for MaxResults in any case of letters, and passes over
# max_results without an error. So a model that obeys the schema has its argument dropped. A name of one word works.
#
# Output seen:
#	parameters [max_results query]
#	{"query":"go","max_results":5} runs as {Query:go MaxResults:0}
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"context"
	"fmt"
	"log"
	"maps"
	"slices"

	"charm.land/fantasy"
)

type search struct {
	Query      string
	MaxResults int
}

func main() {
	tool := fantasy.NewAgentTool("search", "looks something up", func(ctx context.Context, in search, call fantasy.ToolCall) (fantasy.ToolResponse, error) {
		fmt.Printf("%s runs as %+v\n", call.Input, in)
		return fantasy.NewTextResponse("done"), nil
	})
	fmt.Println("parameters", slices.Sorted(maps.Keys(tool.Info().Parameters)))
	if _, err := tool.Run(context.Background(), fantasy.ToolCall{ID: "1", Name: "search", Input: `{"query":"go","max_results":5}`}); err != nil {
		log.Fatal(err)
	}
}
GO
go mod init example.com/finding 2>/dev/null
go get charm.land/fantasy@v0.41.2 2>/dev/null
go mod tidy 2>/dev/null
out=$(go run .)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
parameters [max_results query]
{"query":"go","max_results":5} runs as {Query:go MaxResults:0}
WANT
