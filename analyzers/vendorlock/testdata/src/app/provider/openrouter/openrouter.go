// Package openrouter makes the requests of another vendor, which somebody else sends.
package openrouter

import (
	"context"

	"app/core"

	"github.com/sashabaranov/go-openai"
)

type Client struct{}

func (c *Client) Completion(ctx context.Context, content string) (*core.Response, error) {
	return nil, send(openai.ChatCompletionRequest{})
}

func send(any) error { return nil }
