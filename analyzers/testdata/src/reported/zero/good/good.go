package good

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

const cold = 1e-6

func Grade(ctx context.Context, c *openai.Client, talk []openai.ChatCompletionMessage) (openai.ChatCompletionResponse, error) {
	return c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: talk, Temperature: cold})
}
