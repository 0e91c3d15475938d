#!/usr/bin/env bash
# An answer that was cut is told as whole, its tokens are none, and its temperature is not the one that was asked for.
#
# github.com/firebase/genkit/go v1.4.0 (plugins/ollama; the newest that the module proxy has), Go 1.26, seen on 2026-11-30.
#
# Ollama says done_reason "length" where an answer ends at num_predict or at the end of the context, and counts tokens. The plugin of
# Genkit reads neither: FinishReason is "stop" always, and each count is 0. What ai.WithConfig holds is taken, of any type, and not sent,
# so a temperature of 0 is the model's default. The text beside a tool call is dropped. None of this is an error. (The source of the
# library of 2026-04, of which the proxy has no release, sends the configuration; the finish reason is "stop" there too.)
#
# Output seen:
#	sent: options <nil>
#	cut answer: "The first of five rea" stop, 0 output tokens
#	text and call: "", 1 calls
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

	"github.com/firebase/genkit/go/ai"
	"github.com/firebase/genkit/go/genkit"
	"github.com/firebase/genkit/go/plugins/ollama"
)

func main() {
	var body map[string]any
	answer := `{"message":{"role":"assistant","content":"The first of five rea"},"done":true,"done_reason":"length","prompt_eval_count":9,"eval_count":5}`
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			log.Fatal(err)
		}
		w.Write([]byte(answer))
	}))
	defer server.Close()
	ctx := context.Background()
	plugin := &ollama.Ollama{ServerAddress: server.URL}
	g := genkit.Init(ctx, genkit.WithPlugins(plugin))
	model := plugin.DefineModel(g, ollama.ModelDefinition{Name: "llama3.2", Type: "chat"}, nil)

	response, err := genkit.Generate(ctx, g, ai.WithModel(model), ai.WithPrompt("Five reasons?"),
		ai.WithConfig(&ai.GenerationCommonConfig{Temperature: 0.1, MaxOutputTokens: 5}))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("sent: options", body["options"])
	fmt.Printf("cut answer: %q %s, %d output tokens\n", response.Text(), response.FinishReason, response.Usage.OutputTokens)

	answer = `{"message":{"role":"assistant","content":"I look.","tool_calls":[{"function":{"name":"weather","arguments":{"City":"Bonn"}}}]},"done":true}`
	weather := genkit.DefineTool(g, "weather", "Tells the weather.", func(*ai.ToolContext, struct{ City string }) (string, error) { return "sun", nil })
	response, err = genkit.Generate(ctx, g, ai.WithModel(model), ai.WithPrompt("The weather?"), ai.WithTools(weather), ai.WithReturnToolRequests(true))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("text and call: %q, %d calls\n", response.Text(), len(response.ToolRequests()))
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/firebase/genkit/go@v1.4.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
sent: options <nil>
cut answer: "The first of five rea" stop, 0 output tokens
text and call: "", 1 calls
WANT
