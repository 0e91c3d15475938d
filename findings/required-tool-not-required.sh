#!/usr/bin/env bash
# A model that has to call a tool is not told so.
#
# github.com/firebase/genkit/go v1.4.0 (the newest that the module proxy has), Go 1.26, seen on 2026-11-30.
#
# ai.WithToolChoice(ai.ToolChoiceRequired) of Genkit makes a model call a tool, and a model whose plugin does not say that it can is
# refused with an error. The plugins for OpenAI, and what is compatible, and for Anthropic say that they can, and send the tools without
# the choice: the model may answer with text, and with ToolChoiceNone it may call. The one for Gemini sends it.
#
# Output seen:
#	openai    tools 1, choice <nil>
#	anthropic tools 1, choice <nil>
#	gemini    tools 1, choice map[functionCallingConfig:map[allowedFunctionNames:[weather] mode:ANY]]
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
	"os"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/firebase/genkit/go/ai"
	"github.com/firebase/genkit/go/genkit"
	claude "github.com/firebase/genkit/go/plugins/anthropic"
	"github.com/firebase/genkit/go/plugins/compat_oai/openai"
	"github.com/firebase/genkit/go/plugins/googlegenai"
	"github.com/openai/openai-go/option"
)

func main() {
	var body map[string]any
	serve := func(answer string) *httptest.Server {
		return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			body = nil
			if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
				log.Fatal(err)
			}
			w.Header().Set("Content-Type", "application/json")
			w.Write([]byte(answer))
		}))
	}
	gpt := serve(`{"id":"c","choices":[{"index":0,"message":{"role":"assistant","content":"Fine."},"finish_reason":"stop"}]}`)
	sonnet := serve(`{"id":"m","type":"message","role":"assistant","content":[{"type":"text","text":"Fine."}],"stop_reason":"end_turn"}`)
	gemini := serve(`{"candidates":[{"content":{"role":"model","parts":[{"text":"Fine."}]},"finishReason":"STOP"}]}`)
	os.Setenv("GOOGLE_GEMINI_BASE_URL", gemini.URL)

	ctx := context.Background()
	g := genkit.Init(ctx, genkit.WithPlugins(
		&openai.OpenAI{APIKey: "none", Opts: []option.RequestOption{option.WithBaseURL(gpt.URL)}},
		&claude.Anthropic{APIKey: "none", BaseURL: sonnet.URL},
		&googlegenai.GoogleAI{APIKey: "none"}))
	weather := genkit.DefineTool(g, "weather", "Tells the weather.", func(*ai.ToolContext, struct{ City string }) (string, error) { return "sun", nil })
	ask := func(model string, config any) {
		options := []ai.GenerateOption{ai.WithModelName(model), ai.WithPrompt("The weather?"), ai.WithTools(weather), ai.WithToolChoice(ai.ToolChoiceRequired)}
		if config != nil {
			options = append(options, ai.WithConfig(config))
		}
		if _, err := genkit.Generate(ctx, g, options...); err != nil {
			log.Fatal(err)
		}
	}
	ask("openai/gpt-4o", nil)
	fmt.Printf("openai    tools %d, choice %v\n", len(body["tools"].([]any)), body["tool_choice"])
	ask("anthropic/claude-sonnet-4-5", &anthropic.MessageNewParams{MaxTokens: 100})
	fmt.Printf("anthropic tools %d, choice %v\n", len(body["tools"].([]any)), body["tool_choice"])
	ask("googleai/gemini-2.5-flash", nil)
	fmt.Printf("gemini    tools %d, choice %v\n", len(body["tools"].([]any)), body["toolConfig"])
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/firebase/genkit/go@v1.4.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
openai    tools 1, choice <nil>
anthropic tools 1, choice <nil>
gemini    tools 1, choice map[functionCallingConfig:map[allowedFunctionNames:[weather] mode:ANY]]
WANT
