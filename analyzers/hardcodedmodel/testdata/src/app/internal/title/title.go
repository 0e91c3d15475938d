// Package title is imported by its own module only.
package title

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

func Of(ctx context.Context, c *openai.Client) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4.1"})
}
