package good

import (
	"context"
	"time"

	openai "github.com/sashabaranov/go-openai"
)

func Chat(ctx context.Context, c *openai.Client, rules string, talk []openai.ChatCompletionMessage) (openai.ChatCompletionResponse, error) {
	head := openai.ChatCompletionMessage{Role: openai.ChatMessageRoleSystem, Content: rules + " " + time.Now().Format(time.DateOnly)}
	return c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: append([]openai.ChatCompletionMessage{head}, talk...)})
}
