#!/usr/bin/env bash
# Options of a call are taken and not sent, and one that nobody set is sent.
#
# github.com/tmc/langchaingo v0.1.14 (packages llms/openai and llms/ollama), Go 1.26, seen on 2026-11-30.
#
# llms.WithTopP has no effect with the adapter of OpenAI, which never copies it; with none of the options, the adapter sends the
# temperature 0, where the vendor's own default would be 1, so the same prompt varies in a test against the API and hardly in the
# program. The adapter of Ollama sends no tools (llms.WithTools), drops tool calls and the done reason of the answer, so that an
# answer cut at num_predict looks complete, and never sends the text of ollama.WithSystemPrompt. None of this is an error.
#
# Output seen:
#	openai, WithTopP(0.5): top_p <nil>
#	openai, no option: temperature 0
#	ollama, WithTools: tools <nil>
#	ollama, WithSystemPrompt: roles [user]
#	ollama, answer with a call that was cut: calls 0, stop reason ""
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
	"github.com/tmc/langchaingo/llms/ollama"
	"github.com/tmc/langchaingo/llms/openai"
)

func main() {
	ofOpenAI := func(url string) (llms.Model, error) {
		return openai.New(openai.WithToken("none"), openai.WithModel("gpt-4.1"), openai.WithBaseURL(url))
	}
	const text = `{"choices":[{"message":{"role":"assistant","content":"Fine."},"finish_reason":"stop"}]}`
	body, _ := ask(text, ofOpenAI, llms.WithTemperature(1), llms.WithTopP(0.5))
	fmt.Println("openai, WithTopP(0.5): top_p", body["top_p"])
	body, _ = ask(text, ofOpenAI)
	fmt.Println("openai, no option: temperature", body["temperature"])

	ofOllama := func(url string) (llms.Model, error) {
		return ollama.New(ollama.WithModel("m"), ollama.WithServerURL(url), ollama.WithSystemPrompt("Be brief."))
	}
	const cut = `{"message":{"role":"assistant","content":"","tool_calls":[{"function":{"name":"weather","arguments":{}}}]},"done":true,"done_reason":"length"}`
	tool := llms.Tool{Type: "function", Function: &llms.FunctionDefinition{Name: "weather", Parameters: map[string]any{"type": "object"}}}
	body, answer := ask(cut, ofOllama, llms.WithTools([]llms.Tool{tool}))
	fmt.Println("ollama, WithTools: tools", body["tools"])
	roles := []any{}
	for _, m := range body["messages"].([]any) {
		roles = append(roles, m.(map[string]any)["role"])
	}
	fmt.Println("ollama, WithSystemPrompt: roles", roles)
	fmt.Printf("ollama, answer with a call that was cut: calls %d, stop reason %q\n", len(answer.ToolCalls), answer.StopReason)
}

// ask asks a model whose server gives an answer, and returns the body of the request.
func ask(answer string, client func(url string) (llms.Model, error), options ...llms.CallOption) (body map[string]any, choice *llms.ContentChoice) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			log.Fatal(err)
		}
		w.Write([]byte(answer))
	}))
	defer server.Close()
	model, err := client(server.URL)
	if err != nil {
		log.Fatal(err)
	}
	response, err := model.GenerateContent(context.Background(), []llms.MessageContent{llms.TextParts(llms.ChatMessageTypeHuman, "The weather?")}, options...)
	if err != nil {
		log.Fatal(err)
	}
	return body, response.Choices[0]
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/tmc/langchaingo@v0.1.14 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
openai, WithTopP(0.5): top_p <nil>
openai, no option: temperature 0
ollama, WithTools: tools <nil>
ollama, WithSystemPrompt: roles [user]
ollama, answer with a call that was cut: calls 0, stop reason ""
WANT
