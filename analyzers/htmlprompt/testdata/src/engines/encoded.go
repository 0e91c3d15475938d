package engines

import (
	"bytes"
	"context"
	"encoding/json"

	openai "github.com/sashabaranov/go-openai"
)

type source struct {
	Name string `json:"name"`
	Code string `json:"code"`
}

type rating struct {
	Stars int       `json:"stars"`
	Mean  []float64 `json:"mean"`
}

func files(ctx context.Context, c *openai.Client, s []source) {
	if b, err := json.MarshalIndent(s, "", "  "); err == nil { // want `MarshalIndent of encoding/json escapes this text for a browser, so the model reads .u003c for < and .u0026 for &; use an Encoder with SetEscapeHTML\(false\)`
		ask(ctx, c, "Review these files:\n"+string(b))
	}
}

// One finding a file is enough: one helper mends both.
func more(ctx context.Context, c *openai.Client, s source) {
	if b, err := json.Marshal(s); err == nil {
		ask(ctx, c, "Review this one too: "+string(b))
	}
}

func numbers(ctx context.Context, c *openai.Client, r rating) {
	if b, err := json.Marshal(r); err == nil {
		ask(ctx, c, "Explain: "+string(b))
	}
}

func written(ctx context.Context, c *openai.Client, n int) {
	if b, err := json.Marshal(map[string]any{"status": "done", "count": n}); err == nil {
		ask(ctx, c, "Explain: "+string(b))
	}
}

func plain(ctx context.Context, c *openai.Client, s source) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(s) == nil {
		ask(ctx, c, "Review: "+b.String())
	}
}

func body(ctx context.Context, text string) ([]byte, error) {
	return json.Marshal(openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: "user", Content: text}}})
}

func whole(ctx context.Context, c *openai.Client, s source) {
	if b, err := json.Marshal(s); err == nil {
		ask(ctx, c, string(b)) // perhaps the input of a program that decodes it
	}
}
