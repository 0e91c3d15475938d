#!/usr/bin/env bash
# A tool of fantasy that takes a time tells the model to send an object.
#
# charm.land/fantasy v0.41.2, Go 1.26, seen on 2026-11-30.
#
# The schema of a tool's arguments is made of the fields of its Go type, and a time.Time has none that are exported: it becomes an
# object without properties, where other reflectors say a string of format date-time. A model that obeys the schema sends {}, which
# encoding/json does not read as a time.
#
# Output seen:
#	schema {"properties":{},"type":"object"}
#	obeyed: {IsError:true Content:invalid parameters: Time.UnmarshalJSON: input is not a JSON string}
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"time"

	"charm.land/fantasy"
)

type booking struct {
	Until time.Time `json:"until"`
}

func main() {
	tool := fantasy.NewAgentTool("book", "Books a room.", func(_ context.Context, in booking, _ fantasy.ToolCall) (fantasy.ToolResponse, error) {
		return fantasy.NewTextResponse(in.Until.String()), nil
	})
	data, err := json.Marshal(tool.Info().Parameters["until"])
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("schema %s\n", data)
	answer, err := tool.Run(context.Background(), fantasy.ToolCall{Name: "book", Input: `{"until":{}}`})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("obeyed: {IsError:%t Content:%s}\n", answer.IsError, answer.Content)
}
GO
go mod init example.com/finding 2>/dev/null
go get charm.land/fantasy@v0.41.2 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
schema {"properties":{},"type":"object"}
obeyed: {IsError:true Content:invalid parameters: Time.UnmarshalJSON: input is not a JSON string}
WANT
