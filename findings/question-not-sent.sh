#!/usr/bin/env bash
# A model is sent the system prompt, and not the question.
#
# github.com/tmc/langchaingo v0.1.14 (packages llms/cohere and llms/huggingface; the newest), Go 1.26, seen on 2026-11-30.
#
# The same conversation goes to every model of langchaingo. The adapters of Cohere and Hugging Face, and by their source those of Ernie,
# watsonx and local models, send the first part of the first message as the prompt, and pass over all others without an error: with
# a system message in front, the model never sees a question. The adapter of Cohere reads no option of a call either, so nothing
# limits the answer; that of Hugging Face no limit of tokens, and no stop words. Chains put all into one prompt, and work.
#
# Output seen:
#	openai:      Be brief. / What is 2+2?, max_tokens 10, stop [.]
#	cohere:      Be brief., max_tokens <nil>, stop <nil>
#	huggingface: Be brief., max_tokens <nil>, stop <nil>
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
	"regexp"
	"strings"

	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/cohere"
	"github.com/tmc/langchaingo/llms/huggingface"
	"github.com/tmc/langchaingo/llms/openai"
)

func main() {
	var answer string
	var body map[string]any
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body = nil
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			log.Fatal(err)
		}
		w.Header().Set("Content-Type", "application/json")
		w.Write([]byte(answer))
	}))
	defer server.Close()
	ask := func(name string, model llms.Model, err error) {
		if err != nil {
			log.Fatal(err)
		}
		_, err = model.GenerateContent(context.Background(), []llms.MessageContent{
			llms.TextParts(llms.ChatMessageTypeSystem, "Be brief."),
			llms.TextParts(llms.ChatMessageTypeHuman, "What is 2+2?"),
		}, llms.WithMaxTokens(10), llms.WithStopWords([]string{"."}))
		if err != nil {
			log.Fatal(err)
		}
		text, _ := json.Marshal(body)
		said := regexp.MustCompile(`Be brief\.|What is 2\+2\?`).FindAllString(string(text), -1)
		limit := body["max_tokens"]
		if limit == nil {
			limit = body["max_completion_tokens"]
		}
		fmt.Printf("%s %s, max_tokens %v, stop %v\n", name, strings.Join(said, " / "), limit, body["stop"])
	}
	answer = `{"choices":[{"message":{"role":"assistant","content":"4"},"finish_reason":"stop"}]}`
	gpt, err := openai.New(openai.WithToken("none"), openai.WithModel("gpt-4.1"), openai.WithBaseURL(server.URL))
	ask("openai:     ", gpt, err)
	answer = `{"generations":[{"text":"4"}]}`
	command, err := cohere.New(cohere.WithToken("none"), cohere.WithModel("command"), cohere.WithBaseURL(server.URL))
	ask("cohere:     ", command, err)
	answer = `[{"generated_text":"4"}]`
	hub, err := huggingface.New(huggingface.WithToken("none"), huggingface.WithModel("a/b"), huggingface.WithURL(server.URL))
	ask("huggingface:", hub, err)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/tmc/langchaingo@v0.1.14 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
openai:      Be brief. / What is 2+2?, max_tokens 10, stop [.]
cohere:      Be brief., max_tokens <nil>, stop <nil>
huggingface: Be brief., max_tokens <nil>, stop <nil>
WANT
