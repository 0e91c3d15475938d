#!/usr/bin/env bash
# A struct that stands twice in the arguments of a tool of genkit is described to the model only once.
#
# github.com/firebase/genkit/go v1.4.0, Go 1.26, seen on 2026-11-30.
#
# To end the schema of a type that holds itself, a struct that was met before becomes a schema that allows anything. Types that stand
# in two fields beside each other are met twice as well: the second field has no properties, no descriptions and nothing required.
#
# Output seen:
#	from {"additionalProperties":false,"properties":{"city":{"type":"string"}},"required":["city"],"type":"object"}
#	to {"additionalProperties":true}
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

	"github.com/firebase/genkit/go/ai"
)

type place struct {
	City string `json:"city"`
}

type trip struct {
	From place `json:"from"`
	To   place `json:"to"`
}

func main() {
	tool := ai.NewTool("travel", "Books a trip.", func(*ai.ToolContext, trip) (string, error) { return "", nil })
	properties := tool.Definition().InputSchema["properties"].(map[string]any)
	for _, name := range []string{"from", "to"} {
		data, err := json.Marshal(properties[name])
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s %s\n", name, data)
	}
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/firebase/genkit/go@v1.4.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
from {"additionalProperties":false,"properties":{"city":{"type":"string"}},"required":["city"],"type":"object"}
to {"additionalProperties":true}
WANT
