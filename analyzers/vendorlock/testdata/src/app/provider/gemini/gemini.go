// Package gemini is the adapter of one vendor, and takes types from the SDK of another.
package gemini

import (
	"context"

	"app/core"

	"github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

type Client struct{ client *genai.Client }

func (c *Client) Completion(ctx context.Context, content string) (*core.Response, error) {
	r := &core.Response{}
	r.Usage.Details = &openai.PromptTokensDetails{} // as core has it
	return r, nil
}

func status(err error) error {
	return &openai.APIError{Message: err.Error()} // want `the Google adapter imports go-openai only for openai.APIError and never calls OpenAI; use your own type.*On Framework Agnosticism`
}
