#!/usr/bin/env bash
# An answer that is sent back as it came is not what came.
#
# github.com/openai/openai-go/v3 v3.96.0, Go 1.26, seen on 2026-11-30.
#
# ChatCompletionMessage.ToParam makes the message for the next turn of an answer. It takes only the fields that it knows and drops
# the others, which RawJSON still has. Services behind the same protocol need some of those back: DeepSeek the reasoning_content of
# a turn that called tools, Gemini the thought_signature in extra_content of the call. Both refuse the next turn without it; nothing
# tells that something was left out. The message of github.com/sashabaranov/go-openai v1.43.0 keeps the first and drops the second.
#
# Output seen:
#	answer    reasoning_content true, extra_content true
#	openai-go reasoning_content false, extra_content false
#	go-openai reasoning_content true, extra_content false
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
	"strings"

	"github.com/openai/openai-go/v3"
	other "github.com/sashabaranov/go-openai"
)

const answer = `{"role":"assistant","content":"","reasoning_content":"The user asks for the weather.","tool_calls":[
	{"id":"a","type":"function","function":{"name":"weather","arguments":"{}"},"extra_content":{"google":{"thought_signature":"c2ln"}}}]}`

func main() {
	var m openai.ChatCompletionMessage
	var o other.ChatCompletionMessage
	for _, to := range []any{&m, &o} {
		if err := json.Unmarshal([]byte(answer), to); err != nil {
			log.Fatal(err)
		}
	}
	show("answer   ", json.RawMessage(answer))
	show("openai-go", m.ToParam())
	show("go-openai", o)
}

func show(how string, message any) {
	data, err := json.Marshal(message)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s reasoning_content %t, extra_content %t\n", how, strings.Contains(string(data), "reasoning_content"), strings.Contains(string(data), "extra_content"))
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/openai/openai-go/v3@v3.96.0 github.com/sashabaranov/go-openai@v1.43.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
answer    reasoning_content true, extra_content true
openai-go reasoning_content false, extra_content false
go-openai reasoning_content true, extra_content false
WANT
