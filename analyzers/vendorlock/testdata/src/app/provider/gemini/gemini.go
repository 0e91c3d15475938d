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
	r.Usage.Details = &openai.PromptTokensDetails{} // want `the adapter of google depends on the SDK go-openai of openai for openai.PromptTokensDetails, though it never calls openai.*On Framework Agnosticism`
	return r, nil
}
