package chat

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

func Ask(ctx context.Context, c *openai.Client) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-5"}) // want `openai has switched the model "gpt-5" off on 2026-12-11`
}
