package chat

import (
	"context"

	"github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

func Ask(ctx context.Context, c *openai.Client, g *genai.Client) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-5"}) // want `model "gpt-5" will be retired by OpenAI on 2026-12-11, and calls to it fail then; use "gpt-6.1-sol"`
	g.Models.GenerateContent(ctx, "gemini-2.5-flash", nil, nil)               // want `requests for model "gemini-2.5-flash" are answered by "gemini-3.5-flash-lite", at its price, from 2026-12-01 on`
}
