// Package ask stands in a module that is called example, and is none.
package ask

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

// Run asks one question.
func Run(ctx context.Context, c *openai.Client) (openai.ChatCompletionResponse, error) {
	return c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4.1"}) // want `model ID "gpt-4.1"`
}
