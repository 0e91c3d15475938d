// Package reads looks at the reason in one place.
package reads

import (
	"context"
	"errors"

	openai "github.com/sashabaranov/go-openai"
)

func Ask(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", err
	}
	if len(resp.Choices) == 0 {
		return "", errors.New("no answer")
	}
	return resp.Choices[0].Message.Content, whole(resp.Choices[0])
}

func whole(c openai.ChatCompletionChoice) error {
	if c.FinishReason == openai.FinishReasonLength {
		return errors.New("cut at the token limit")
	}
	return nil
}
