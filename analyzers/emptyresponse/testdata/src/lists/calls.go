package lists

import (
	"context"
	"errors"

	openai "github.com/sashabaranov/go-openai"
)

func wrap(text string) string { return text + more() }

// The call behind the index comes after it, since its argument does.
func wrapped(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (string, string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", "", errors.Join(err, ctx.Err())
	}
	return wrap(resp.Choices[0].Message.Content), more(), nil // want `resp.Choices\[0\] panics if the response has none`
}

func either(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", errors.Join(err, ctx.Err())
	}
	if resp.Choices[0].Message.Content == "yes" || more() == "" { // want `resp.Choices\[0\] panics if the response has none`
		return "yes", nil
	}
	return "no", nil
}
