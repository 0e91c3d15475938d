// Package chat shows how to ask; nobody imports it.
package chat

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

// Run asks one question.
func Run(ctx context.Context, c *openai.Client) error {
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4.1"})
	return err
}
