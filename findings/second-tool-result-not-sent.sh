#!/usr/bin/env bash
# Of two tool calls and their results, a model is shown one, or none.
#
# github.com/tmc/langchaingo v0.1.14 (package llms/anthropic), Go 1.26, seen on 2026-11-30.
#
# A message of langchaingo is a list of parts, and a model that calls two tools at once is answered by two parts. The adapter of
# Anthropic sends the first part of an assistant's message and of a tool's message, and passes over the others without an error.
# With the text that stood before the calls as the first part, no call is sent at all, and the results answer calls that the model
# never sees. The adapter of OpenAI refuses two results in one message with an error.
#
# Output seen:
#	calls alone: sent a; results sent a
#	text before: sent nothing but text; results sent a
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
	"net/http"
	"net/http/httptest"

	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/anthropic"
)

func main() {
	calls := []llms.ContentPart{call("a"), call("b")}
	show("calls alone:", calls)
	show("text before:", append([]llms.ContentPart{llms.TextContent{Text: "I look at both."}}, calls...))
}

func call(id string) llms.ContentPart {
	return llms.ToolCall{ID: id, Type: "function", FunctionCall: &llms.FunctionCall{Name: "weather", Arguments: "{}"}}
}

func show(how string, parts []llms.ContentPart) {
	body := request(
		llms.TextParts(llms.ChatMessageTypeHuman, "The weather in two cities?"),
		llms.MessageContent{Role: llms.ChatMessageTypeAI, Parts: parts},
		llms.MessageContent{Role: llms.ChatMessageTypeTool, Parts: []llms.ContentPart{
			llms.ToolCallResponse{ToolCallID: "a", Name: "weather", Content: "sun"},
			llms.ToolCallResponse{ToolCallID: "b", Name: "weather", Content: "rain"},
		}})
	fmt.Print(how, " sent")
	for _, block := range body.Messages[1].Content {
		if block.Type == "text" {
			fmt.Print(" nothing but text")
		}
		if block.ID != "" {
			fmt.Print(" ", block.ID)
		}
	}
	fmt.Print("; results sent")
	for _, block := range body.Messages[2].Content {
		fmt.Print(" ", block.ToolUseID)
	}
	fmt.Println()
}

type sent struct {
	Messages []struct {
		Content []struct {
			Type      string
			ID        string
			ToolUseID string `json:"tool_use_id"`
		}
	}
}

// request sends messages and returns the body of the request.
func request(messages ...llms.MessageContent) (body sent) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			log.Fatal(err)
		}
		w.Write([]byte(`{"id":"m","type":"message","role":"assistant","content":[{"type":"text","text":"Fine."}],"stop_reason":"end_turn"}`))
	}))
	defer server.Close()
	model, err := anthropic.New(anthropic.WithToken("none"), anthropic.WithModel("m"), anthropic.WithBaseURL(server.URL))
	if err != nil {
		log.Fatal(err)
	}
	if _, err := model.GenerateContent(context.Background(), messages); err != nil {
		log.Fatal(err)
	}
	return body
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/tmc/langchaingo@v0.1.14 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
calls alone: sent a; results sent a
text before: sent nothing but text; results sent a
WANT
