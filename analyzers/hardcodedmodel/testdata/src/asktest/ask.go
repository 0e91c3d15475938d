// Package asktest helps tests, as its name says.
package asktest

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

// Ask asks a model that a fake server has.
func Ask(ctx context.Context, c *openai.Client) (openai.ChatCompletionResponse, error) {
	return c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4.1"})
}
