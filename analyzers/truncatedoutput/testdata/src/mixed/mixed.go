// Package mixed has one caller that decodes, and one that shows the text.
package mixed

import (
	"context"
	"encoding/json"

	openai "github.com/sashabaranov/go-openai"
)

func answer(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req) // want `is returned without reading`
	if err != nil || len(resp.Choices) == 0 {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}

func Score(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (score int, err error) {
	text, err := answer(ctx, c, req)
	if err != nil {
		return 0, err
	}
	return score, json.Unmarshal([]byte(text), &score)
}

func Show(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, show func(string)) error {
	text, err := answer(ctx, c, req)
	show(text)
	return err
}

// Args decodes the arguments of a tool, and not the text that it returns.
func Args(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, args any) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil || len(resp.Choices) == 0 {
		return "", err
	}
	for _, call := range resp.Choices[0].Message.ToolCalls {
		if err := json.Unmarshal([]byte(call.Function.Arguments), args); err != nil {
			return "", err
		}
	}
	return resp.Choices[0].Message.Content, nil
}
