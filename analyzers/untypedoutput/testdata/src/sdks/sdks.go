// Package sdks holds the same mistake with other SDKs.
package sdks

import (
	"context"
	"encoding/json"

	"github.com/ollama/ollama/api"
	"github.com/tmc/langchaingo/llms"
	"google.golang.org/genai"
)

type verdict struct {
	Yes bool `json:"yes"`
}

func gemini(ctx context.Context, c *genai.Client, model string, in []*genai.Content) (v verdict, err error) {
	resp, err := c.Models.GenerateContent(ctx, model, in, nil) // want `set GenerateContentConfig.Response`
	if err != nil {
		return v, err
	}
	return v, json.Unmarshal([]byte(resp.Text()), &v)
}

func geminiTyped(ctx context.Context, c *genai.Client, model string, in []*genai.Content) (v verdict, err error) {
	resp, err := c.Models.GenerateContent(ctx, model, in, &genai.GenerateContentConfig{ResponseMIMEType: "application/json"})
	if err != nil {
		return v, err
	}
	return v, json.Unmarshal([]byte(resp.Text()), &v)
}

func local(ctx context.Context, c *api.Client, model, ask string) (v verdict, err error) {
	stream := false
	err = c.Generate(ctx, &api.GenerateRequest{Model: model, Prompt: ask, Stream: &stream}, func(r api.GenerateResponse) error { // want `set GenerateRequest.Format`
		return json.Unmarshal([]byte(r.Response), &v)
	})
	return v, err
}

func chain(ctx context.Context, m llms.Model, ask string) (v verdict, err error) {
	text, err := llms.GenerateFromSinglePrompt(ctx, m, ask) // want `set llms.WithJSONMode`
	if err != nil {
		return v, err
	}
	return v, json.Unmarshal([]byte(text), &v)
}

// options come from the caller.
func options(ctx context.Context, m llms.Model, ask string, opts []llms.CallOption) (v verdict, err error) {
	text, err := llms.GenerateFromSinglePrompt(ctx, m, ask, opts...)
	if err != nil {
		return v, err
	}
	return v, json.Unmarshal([]byte(text), &v)
}
