#!/usr/bin/env bash
# A tool is registered without the arguments of its type, and the program goes on.
#
# github.com/mark3labs/mcp-go v1.2.1, Go 1.26, seen on 2026-11-30.
#
# mcp.WithInputSchema makes the schema of a type by github.com/google/jsonschema-go, which refuses tags of the form that
# github.com/invopop/jsonschema reads, such as "required,description=...". The option prints the error to standard error and
# leaves the tool as it was: a client sees an object without properties, and a model calls it with none. The same tags make the
# official SDK panic at registration. Nothing that the program can ask tells it.
#
# Output seen:
#	keywords has 0 properties
#	text has 1 properties
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

	"github.com/mark3labs/mcp-go/mcp"
)

type keywords struct {
	City string `json:"city" jsonschema:"required,description=The city"`
}

type text struct {
	City string `json:"city" jsonschema:"The city"`
}

func main() {
	show("keywords", mcp.NewTool("weather", mcp.WithInputSchema[keywords]()))
	show("text", mcp.NewTool("weather", mcp.WithInputSchema[text]()))
}

func show(how string, tool mcp.Tool) {
	data, err := json.Marshal(tool)
	if err != nil {
		log.Fatal(err)
	}
	var sent struct {
		InputSchema struct{ Properties map[string]any }
	}
	if err := json.Unmarshal(data, &sent); err != nil {
		log.Fatal(err)
	}
	fmt.Println(how, "has", len(sent.InputSchema.Properties), "properties")
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/mark3labs/mcp-go@v1.2.1 2>/dev/null
go mod tidy 2>/dev/null
out=$(go run .)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
keywords has 0 properties
text has 1 properties
WANT
