#!/usr/bin/env bash
# An answer that came in two parts is empty, and it did not stop where it was told to.
#
# github.com/cloudwego/eino-ext/components/model/gemini v0.1.7 (the newest that the module proxy has) with
# github.com/cloudwego/eino v0.7.36 and google.golang.org/genai v1.36.0, Go 1.26, seen on 2026-11-30.
#
# Gemini may give the text of one answer in several parts. The adapter of Eino puts one part into Content, as every program reads it;
# of two it leaves Content empty and fills MultiContent. The finish reason is STOP and the error nil, and the same answer as a stream has
# its text. The sequences of model.WithStop are not sent at all, which holds for the source of v0.1.33 too (where Content is whole).
#
# Output seen:
#	one part:  "It rains. Take a coat." STOP
#	two parts: "" STOP
#	stream:    "It rains. Take a coat."
#	WithStop: stopSequences <nil>
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
	"strings"

	"github.com/cloudwego/eino-ext/components/model/gemini"
	"github.com/cloudwego/eino/components/model"
	"github.com/cloudwego/eino/schema"
	"google.golang.org/genai"
)

func main() {
	var parts string
	var body struct{ GenerationConfig map[string]any }
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			log.Fatal(err)
		}
		answer := `{"candidates":[{"content":{"role":"model","parts":[` + parts + `]},"finishReason":"STOP"}]}`
		if strings.Contains(r.URL.Path, "stream") {
			w.Header().Set("Content-Type", "text/event-stream")
			for _, part := range strings.Split(parts, ",") {
				fmt.Fprintf(w, "data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[%s]}}]}\n\n", part)
			}
			return
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, answer)
	}))
	defer server.Close()
	ctx := context.Background()
	client, err := genai.NewClient(ctx, &genai.ClientConfig{APIKey: "none", Backend: genai.BackendGeminiAPI, HTTPOptions: genai.HTTPOptions{BaseURL: server.URL}})
	if err != nil {
		log.Fatal(err)
	}
	m, err := gemini.NewChatModel(ctx, &gemini.Config{Client: client, Model: "gemini-2.5-flash"})
	if err != nil {
		log.Fatal(err)
	}
	question := []*schema.Message{schema.UserMessage("The weather?")}
	ask := func(how string) {
		answer, err := m.Generate(ctx, question, model.WithStop([]string{"\n"}), model.WithMaxTokens(100))
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s %q %s\n", how, answer.Content, answer.ResponseMeta.FinishReason)
	}
	parts = `{"text":"It rains. Take a coat."}`
	ask("one part: ")
	parts = `{"text":"It rains."},{"text":" Take a coat."}`
	ask("two parts:")
	stop := body.GenerationConfig["stopSequences"]

	stream, err := m.Stream(ctx, question)
	if err != nil {
		log.Fatal(err)
	}
	whole, err := schema.ConcatMessageStream(stream)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("stream:    %q\n", whole.Content)
	fmt.Println("WithStop: stopSequences", stop)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/cloudwego/eino-ext/components/model/gemini@v0.1.7 github.com/cloudwego/eino@v0.7.36 github.com/bytedance/sonic@v1.15.5 google.golang.org/genai@v1.36.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
one part:  "It rains. Take a coat." STOP
two parts: "" STOP
stream:    "It rains. Take a coat."
WithStop: stopSequences <nil>
WANT
