// Package groq reaches its vendor by the client of another one, whose wire format it speaks.
package groq

import (
	"context"

	"app/core"

	"github.com/sashabaranov/go-openai"
)

type Client struct{ client *openai.Client }

func New(c *openai.Client) *Client { return &Client{c} }

func (c *Client) Completion(ctx context.Context, content string) (*core.Response, error) {
	_, err := c.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
	return &core.Response{}, err
}
