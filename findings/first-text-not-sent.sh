#!/usr/bin/env bash
# Of two texts that an assistant said, one vendor is sent both and another the last.
#
# charm.land/fantasy v0.41.2, Go 1.26, seen on 2026-11-30.
#
# A message of fantasy is a list of parts, such as a remark, a tool call and what follows, and a conversation may go on with another model.
# The providers for OpenAI and for compatible services put each text of an assistant's message into the same field, so that the last one
# stays; the others are not sent, and no warning is returned. The one for Anthropic sends all. (In the source of v0.48.0, which needs
# Go 1.27.3, the provider for OpenAI does the same; the one for compatible services joins them.)
#
# Output seen:
#	openai:       Paris it is.
#	openaicompat: Paris it is.
#	anthropic:    I look. / Paris it is.
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
	"regexp"
	"strings"

	"charm.land/fantasy"
	"charm.land/fantasy/providers/anthropic"
	"charm.land/fantasy/providers/openai"
	"charm.land/fantasy/providers/openaicompat"
)

var body struct {
	Messages []struct {
		Role    string
		Content json.RawMessage
	}
}

func main() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text, err := io.ReadAll(r.Body)
		if err != nil {
			log.Fatal(err)
		}
		body.Messages = nil
		if err := json.Unmarshal(text, &body); err != nil {
			log.Fatal(err)
		}
		w.Header().Set("Content-Type", "application/json")
		if strings.HasSuffix(r.URL.Path, "/messages") {
			fmt.Fprint(w, `{"id":"m","type":"message","role":"assistant","content":[{"type":"text","text":"Fine."}],"stop_reason":"end_turn"}`)
			return
		}
		fmt.Fprint(w, `{"id":"c","choices":[{"index":0,"message":{"role":"assistant","content":"Fine."},"finish_reason":"stop"}]}`)
	}))
	defer server.Close()
	show := func(name string, p fantasy.Provider, err error) {
		if err != nil {
			log.Fatal(err)
		}
		ask(name, p)
	}
	p, err := openai.New(openai.WithAPIKey("none"), openai.WithBaseURL(server.URL))
	show("openai:      ", p, err)
	p, err = openaicompat.New(openaicompat.WithAPIKey("none"), openaicompat.WithBaseURL(server.URL))
	show("openaicompat:", p, err)
	p, err = anthropic.New(anthropic.WithAPIKey("none"), anthropic.WithBaseURL(server.URL))
	show("anthropic:   ", p, err)
}

// ask sends a conversation in which the assistant spoke twice, and prints what was sent of that.
func ask(name string, p fantasy.Provider) {
	ctx := context.Background()
	m, err := p.LanguageModel(ctx, "m")
	if err != nil {
		log.Fatal(err)
	}
	response, err := m.Generate(ctx, fantasy.Call{Prompt: fantasy.Prompt{
		fantasy.NewUserMessage("The capital?"),
		{Role: fantasy.MessageRoleAssistant, Content: []fantasy.MessagePart{
			fantasy.TextPart{Text: "I look."},
			fantasy.TextPart{Text: "Paris it is."},
		}},
		fantasy.NewUserMessage("Thanks."),
	}})
	if err != nil {
		log.Fatal(err)
	}
	if len(response.Warnings) > 0 {
		log.Fatal("warned: ", response.Warnings)
	}
	for _, message := range body.Messages {
		if message.Role == "assistant" {
			said := regexp.MustCompile(`I look\.|Paris it is\.`).FindAllString(string(message.Content), -1)
			fmt.Println(name, strings.Join(said, " / "))
		}
	}
}
GO
go mod init example.com/finding 2>/dev/null
go get charm.land/fantasy@v0.41.2 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
openai:       Paris it is.
openaicompat: Paris it is.
anthropic:    I look. / Paris it is.
WANT
