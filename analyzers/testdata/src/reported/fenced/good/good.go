package good

import (
	"context"
	"encoding/json"
	"errors"

	openai "github.com/sashabaranov/go-openai"
)

func List(ctx context.Context, c *openai.Client, model string, talk []openai.ChatCompletionMessage) (words []string, err error) {
	resp, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: model, Messages: talk, ResponseFormat: &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONObject}})
	if err != nil {
		return nil, err
	}
	if len(resp.Choices) == 0 {
		return nil, errors.New("no answer")
	}
	err = json.Unmarshal([]byte(resp.Choices[0].Message.Content), &words)
	return words, err
}
