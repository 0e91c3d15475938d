#!/usr/bin/env bash
# The tool call of an answer is not in the first choice.
#
# github.com/tmc/langchaingo v0.1.14 (packages llms/anthropic and llms/openai), Go 1.26, seen on 2026-11-30.
#
# Choices are alternatives for OpenAI, and a program reads the first. The adapter of Anthropic makes a choice of each block of one
# answer: text first, then each tool call. So the same question, answered by text and a call, has the call in Choices[0] with one
# vendor and in Choices[1] with the other, and an agent that reads Choices[0] takes the text for the final answer. The stop reason
# says tool_use in all of them.
#
# Output seen:
#	openai    choice 0: text "I look." calls [weather] stop reason tool_calls
#	anthropic choice 0: text "I look." calls [] stop reason tool_use
#	anthropic choice 1: text "" calls [weather] stop reason tool_use
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
	"net/http"
	"net/http/httptest"

	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/anthropic"
	"github.com/tmc/langchaingo/llms/openai"
)

func main() {
	show("openai   ", `{"choices":[{"message":{"role":"assistant","content":"I look.","tool_calls":[{"id":"a","type":"function","function":{"name":"weather","arguments":"{}"}}]},"finish_reason":"tool_calls"}]}`,
		func(url string) (llms.Model, error) {
			return openai.New(openai.WithToken("none"), openai.WithModel("m"), openai.WithBaseURL(url))
		})
	show("anthropic", `{"id":"m","type":"message","role":"assistant","content":[{"type":"text","text":"I look."},{"type":"tool_use","id":"a","name":"weather","input":{}}],"stop_reason":"tool_use"}`,
		func(url string) (llms.Model, error) {
			return anthropic.New(anthropic.WithToken("none"), anthropic.WithModel("m"), anthropic.WithBaseURL(url))
		})
}

func show(vendor, answer string, client func(url string) (llms.Model, error)) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte(answer)) }))
	defer server.Close()
	model, err := client(server.URL)
	if err != nil {
		log.Fatal(err)
	}
	tool := llms.Tool{Type: "function", Function: &llms.FunctionDefinition{Name: "weather", Parameters: map[string]any{"type": "object"}}}
	response, err := model.GenerateContent(context.Background(), []llms.MessageContent{llms.TextParts(llms.ChatMessageTypeHuman, "The weather?")}, llms.WithTools([]llms.Tool{tool}))
	if err != nil {
		log.Fatal(err)
	}
	for i, c := range response.Choices {
		calls := []string{}
		for _, call := range c.ToolCalls {
			calls = append(calls, call.FunctionCall.Name)
		}
		fmt.Printf("%s choice %d: text %q calls %v stop reason %s\n", vendor, i, c.Content, calls, c.StopReason)
	}
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/tmc/langchaingo@v0.1.14 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
openai    choice 0: text "I look." calls [weather] stop reason tool_calls
anthropic choice 0: text "I look." calls [] stop reason tool_use
anthropic choice 1: text "" calls [weather] stop reason tool_use
WANT
