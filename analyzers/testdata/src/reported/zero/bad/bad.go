package bad

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

const cold = 0

func Grade(ctx context.Context, c *openai.Client, talk []openai.ChatCompletionMessage) (openai.ChatCompletionResponse, error) {
	return c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: talk, Temperature: cold}) // want `Temperature 0 is omitted from the request`
}
