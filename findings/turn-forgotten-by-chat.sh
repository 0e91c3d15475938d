#!/usr/bin/env bash
# A chat forgets what the user said, and what the model answered, because of a part without text.
#
# google.golang.org/genai v1.77.0 (the newest), Go 1.26, seen on 2026-11-30.
#
# Chat sends its curated history with each message. A turn in which one part of the answer is without text or data is left out of it, with
# the question, although the program got the answer and no error. Such parts are usual: thinking that used up the tokens leaves no part,
# Gemini 3 may put a thought signature into one of its own, and a toolCall of the server is one that "the client is expected to echo",
# by the comment of the field. The next request starts as if the turn had not been; History(false) has it.
#
# Output seen:
#	"", MAX_TOKENS
#	"Hello, Ada.", STOP
#	"It rains.", STOP
#	sent with the last question: 1 contents
#	History(false): 8 contents, History(true): 2 contents
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
	"io"
	"log"
	"net/http"
	"net/http/httptest"

	"google.golang.org/genai"
)

// turns are questions and the contents that answer them.
var turns = []struct{ question, content, finish string }{
	{"I am Ada.", `{"role":"model"}`, "MAX_TOKENS"},
	{"I am Ada!", `{"role":"model","parts":[{"text":"Hello, Ada."},{"thoughtSignature":"c2ln"}]}`, "STOP"},
	{"The weather?", `{"role":"model","parts":[{"toolCall":{"id":"1","toolType":"GOOGLE_SEARCH_WEB"}},{"text":"It rains."}]}`, "STOP"},
	{"Who am I?", `{"role":"model","parts":[{"text":"I do not know."}]}`, "STOP"},
}

func main() {
	turn := 0
	var body struct{ Contents []any }
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body.Contents = nil
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			log.Fatal(err)
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprintf(w, `{"candidates":[{"content":%s,"finishReason":%q}]}`, turns[turn].content, turns[turn].finish)
		turn++
	}))
	defer server.Close()
	ctx := context.Background()
	client, err := genai.NewClient(ctx, &genai.ClientConfig{APIKey: "none", Backend: genai.BackendGeminiAPI, HTTPOptions: genai.HTTPOptions{BaseURL: server.URL}})
	if err != nil {
		log.Fatal(err)
	}
	chat, err := client.Chats.Create(ctx, "gemini-3-pro-preview", nil, nil)
	if err != nil {
		log.Fatal(err)
	}
	log.SetOutput(io.Discard) // Text logs that there are parts of other kinds
	for i, t := range turns {
		response, err := chat.SendMessage(ctx, genai.Part{Text: t.question})
		if err != nil {
			panic(err)
		}
		if i < len(turns)-1 {
			fmt.Printf("%q, %s\n", response.Text(), response.Candidates[0].FinishReason)
		}
	}
	fmt.Printf("sent with the last question: %d contents\n", len(body.Contents))
	fmt.Printf("History(false): %d contents, History(true): %d contents\n", len(chat.History(false)), len(chat.History(true)))
}
GO
go mod init example.com/finding 2>/dev/null
go get google.golang.org/genai@v1.77.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
"", MAX_TOKENS
"Hello, Ada.", STOP
"It rains.", STOP
sent with the last question: 1 contents
History(false): 8 contents, History(true): 2 contents
WANT
