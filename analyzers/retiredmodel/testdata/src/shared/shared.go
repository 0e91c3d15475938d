// Package shared takes the model of another package in two places.
package shared

import (
	"context"

	"github.com/sashabaranov/go-openai"

	"shared/vendors"
)

func Draft(ctx context.Context, c *openai.Client) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: vendors.Default}) // want `model "gpt-4-32k" was retired`
}

func Review(ctx context.Context, c *openai.Client) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: vendors.Default})
}
