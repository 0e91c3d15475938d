#!/usr/bin/env bash
# A tool call that was cut off is put together as a call without arguments, and nothing says so.
#
# github.com/anthropics/anthropic-sdk-go v1.84.0 against v1.46.0, Go 1.26, seen on 2026-11-30.
#
# Message.Accumulate puts a message together from the events of a stream. Where the answer ends at max_tokens in the middle of the
# arguments of a tool, v1.46.0 returns an error. Since v1.63.1 it returns none, and the arguments are {}: a program that was safe
# runs the tool without them after an upgrade. Only StopReason tells.
#
# Output seen:
#	v1.46.0 Accumulate fails
#	v1.84.0 Accumulate succeeds: delete {}, stop reason max_tokens
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

	"github.com/anthropics/anthropic-sdk-go"
)

var events = []string{
	`{"type":"message_start","message":{"id":"m","type":"message","role":"assistant","content":[],"model":"m","usage":{"input_tokens":1,"output_tokens":1}}}`,
	`{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"t","name":"delete","input":{}}}`,
	`{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\"path\": \"/tm"}}`,
	`{"type":"content_block_stop","index":0}`,
	`{"type":"message_delta","delta":{"stop_reason":"max_tokens"},"usage":{"output_tokens":9}}`,
	`{"type":"message_stop"}`,
}

func main() {
	var m anthropic.Message
	failed := false
	for _, data := range events {
		var e anthropic.MessageStreamEventUnion
		if err := json.Unmarshal([]byte(data), &e); err != nil {
			log.Fatal(err)
		}
		if err := m.Accumulate(e); err != nil {
			failed = true
		}
	}
	if failed {
		fmt.Println("Accumulate fails")
		return
	}
	fmt.Printf("Accumulate succeeds: %s %s, stop reason %s\n", m.Content[0].Name, m.Content[0].Input, m.StopReason)
}
GO
go mod init example.com/finding 2>/dev/null
out=$(for version in v1.46.0 v1.84.0; do
	go get "github.com/anthropics/anthropic-sdk-go@$version" 2>/dev/null
	go mod tidy 2>/dev/null
	echo "$version $(go run .)"
done)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
v1.46.0 Accumulate fails
v1.84.0 Accumulate succeeds: delete {}, stop reason max_tokens
WANT
