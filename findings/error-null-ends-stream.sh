#!/usr/bin/env bash
# A chunk that says that there was no error ends the stream with an error.
#
# github.com/openai/openai-go/v3 v3.99.0 (the newest) against github.com/sashabaranov/go-openai v1.43.0, Go 1.26, seen on 2026-11-30.
#
# An error in the middle of a stream is a chunk with a member "error". The stream of openai-go asks only whether the member is there,
# and takes "error": null, as a server writes it whose struct has the field without omitempty, for one. The answer ends at that chunk,
# often the first, with an error that has no text. An answer without streaming may have the member, and so may a chunk for go-openai.
#
# Output seen:
#	openai-go, stream: "" "received error while streaming: "
#	openai-go, whole:  "Fine." <nil>
#	go-openai, stream: "Fine." <nil>
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
	other "github.com/sashabaranov/go-openai"
)

func main() {
	server := httptest.NewServer(http.HandlerFunc(answer))
	defer server.Close()
	ctx := context.Background()
	client := openai.NewClient(option.WithAPIKey("none"), option.WithBaseURL(server.URL), option.WithMaxRetries(0))
	params := openai.ChatCompletionNewParams{Model: "m", Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage("The weather?")}}
	text := ""
	stream := client.Chat.Completions.NewStreaming(ctx, params)
	for stream.Next() {
		text += stream.Current().Choices[0].Delta.Content
	}
	fmt.Printf("openai-go, stream: %q %q\n", text, fmt.Sprint(stream.Err()))
	whole, err := client.Chat.Completions.New(ctx, params)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("openai-go, whole:  %q %v\n", whole.Choices[0].Message.Content, err)

	config := other.DefaultConfig("none")
	config.BaseURL = server.URL
	chunks, err := other.NewClientWithConfig(config).CreateChatCompletionStream(ctx, other.ChatCompletionRequest{
		Model: "m", Messages: []other.ChatCompletionMessage{{Role: "user", Content: "The weather?"}},
	})
	if err != nil {
		log.Fatal(err)
	}
	defer chunks.Close()
	text = ""
	for {
		var chunk other.ChatCompletionStreamResponse
		if chunk, err = chunks.Recv(); err != nil {
			break
		}
		text += chunk.Choices[0].Delta.Content
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	fmt.Printf("go-openai, stream: %q %v\n", text, err)
}

// answer answers as a whole or as a stream of one chunk, with the member error.
func answer(w http.ResponseWriter, r *http.Request) {
	var request struct{ Stream bool }
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		log.Fatal(err)
	}
	if !request.Stream {
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, `{"id":"c","error":null,"choices":[{"index":0,"message":{"role":"assistant","content":"Fine."},"finish_reason":"stop"}]}`)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	fmt.Fprint(w, `data: {"id":"c","error":null,"choices":[{"index":0,"delta":{"content":"Fine."},"finish_reason":"stop"}]}`+"\n\ndata: [DONE]\n\n")
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/openai/openai-go/v3@v3.99.0 github.com/sashabaranov/go-openai@v1.43.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
openai-go, stream: "" "received error while streaming: "
openai-go, whole:  "Fine." <nil>
go-openai, stream: "Fine." <nil>
WANT
