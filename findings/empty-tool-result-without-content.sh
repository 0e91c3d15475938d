#!/usr/bin/env bash
# The result of a tool that has nothing to say is sent without content.
#
# github.com/sashabaranov/go-openai v1.43.0, against github.com/openai/openai-go/v3 v3.96.0, Go 1.26, seen on 2026-11-30.
#
# A command without output, a search without hits or a file without text gives an empty result. Content of ChatCompletionMessage is
# left out of the JSON when it is empty, also for the role tool, whose content the reference of the API requires. A program works
# until the first tool that returns nothing. openai-go sends an empty text.
#
# Output seen:
#	go-openai {"role":"tool","tool_call_id":"a"}
#	openai-go {"content":"","tool_call_id":"a","role":"tool"}
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

	official "github.com/openai/openai-go/v3"
	"github.com/sashabaranov/go-openai"
)

func main() {
	show("go-openai", openai.ChatCompletionMessage{Role: openai.ChatMessageRoleTool, ToolCallID: "a", Content: ""})
	show("openai-go", official.ToolMessage("", "a"))
}

func show(how string, message any) {
	data, err := json.Marshal(message)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s %s\n", how, data)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/sashabaranov/go-openai@v1.43.0 github.com/openai/openai-go/v3@v3.96.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
go-openai {"role":"tool","tool_call_id":"a"}
openai-go {"content":"","tool_call_id":"a","role":"tool"}
WANT
