#!/usr/bin/env bash
# Of two tool calls in one chunk of a stream, one is never told to be finished.
#
# github.com/openai/openai-go/v3 v3.96.0, Go 1.26, seen on 2026-11-30.
#
# ChatCompletionAccumulator.JustFinishedToolCall tells of a tool call when the next one starts or the stream ends. Where a server
# sends whole calls, two in one chunk, as those behind the same protocol do that do not stream arguments, it tells of the first at
# the end and never of the second: a loop that runs each call when it is told runs one tool. Choices[0].Message.ToolCalls has both.
#
# Output seen:
#	a chunk each: told [a b], accumulated [a b]
#	one chunk: told [a], accumulated [a b]
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

	"github.com/openai/openai-go/v3"
)

const (
	first  = `{"index":0,"id":"1","type":"function","function":{"name":"a","arguments":"{}"}}`
	second = `{"index":1,"id":"2","type":"function","function":{"name":"b","arguments":"{}"}}`
)

func main() {
	show("a chunk each:", first, second)
	show("one chunk:", first+","+second)
}

func show(how string, calls ...string) {
	chunks := []string{`{"id":"c","choices":[{"index":0,"delta":{"role":"assistant"}}]}`}
	for _, c := range calls {
		chunks = append(chunks, `{"id":"c","choices":[{"index":0,"delta":{"tool_calls":[`+c+`]}}]}`)
	}
	chunks = append(chunks, `{"id":"c","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}`)
	var answer openai.ChatCompletionAccumulator
	var told, all []string
	for _, data := range chunks {
		var chunk openai.ChatCompletionChunk
		if err := json.Unmarshal([]byte(data), &chunk); err != nil {
			log.Fatal(err)
		}
		if !answer.AddChunk(chunk) {
			log.Fatal("not added")
		}
		if call, ok := answer.JustFinishedToolCall(); ok {
			told = append(told, call.Name)
		}
	}
	for _, c := range answer.Choices[0].Message.ToolCalls {
		all = append(all, c.Function.Name)
	}
	fmt.Println(how, "told", fmt.Sprint(told)+",", "accumulated", all)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/openai/openai-go/v3@v3.96.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
a chunk each: told [a b], accumulated [a b]
one chunk: told [a], accumulated [a b]
WANT
