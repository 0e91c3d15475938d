#!/usr/bin/env bash
# The usage of a stream is counted several times over.
#
# github.com/openai/openai-go/v3 v3.99.0 (the newest), Go 1.26, seen on 2026-11-30.
#
# ChatCompletionAccumulator adds up the usage of all chunks. OpenAI sends it once, in the last. Servers of the same protocol that send a
# running total with each chunk, as vLLM and SGLang do with the option continuous_usage_stats (which some hosts set by themselves), are
# counted over and over: the prompt once for each chunk. No field tells how often usage came. The last chunk that has one is right.
#
# Output seen:
#	last chunk:  prompt 1000, completion 3
#	accumulator: prompt 3000, completion 6
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

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
)

func main() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		for i, word := range []string{"It", " is", " fine."} {
			fmt.Fprintf(w, `data: {"id":"c","choices":[{"index":0,"delta":{"content":%q}}],"usage":{"prompt_tokens":1000,"completion_tokens":%d,"total_tokens":%d}}`+"\n\n",
				word, i+1, 1000+i+1)
		}
		fmt.Fprint(w, "data: [DONE]\n\n")
	}))
	defer server.Close()
	client := openai.NewClient(option.WithAPIKey("none"), option.WithBaseURL(server.URL))
	stream := client.Chat.Completions.NewStreaming(context.Background(), openai.ChatCompletionNewParams{
		Model: "m", Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage("The weather?")},
	})
	var all openai.ChatCompletionAccumulator
	var last openai.CompletionUsage
	for stream.Next() {
		last = stream.Current().Usage
		if !all.AddChunk(stream.Current()) {
			log.Fatal("not added")
		}
	}
	if err := stream.Err(); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("last chunk:  prompt %d, completion %d\n", last.PromptTokens, last.CompletionTokens)
	fmt.Printf("accumulator: prompt %d, completion %d\n", all.Usage.PromptTokens, all.Usage.CompletionTokens)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/openai/openai-go/v3@v3.99.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
last chunk:  prompt 1000, completion 3
accumulator: prompt 3000, completion 6
WANT
