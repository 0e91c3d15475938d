package chat

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

func Ask(ctx context.Context, c *openai.Client) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-5"}) // want `model "gpt-5" was retired by openai on 2026-12-11 and calls to it fail`
}
