// Package whole hands the response on as it is: who gets it may look.
package whole

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

type Record struct{ Choice openai.ChatCompletionChoice }

func Ask(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, log func(openai.ChatCompletionResponse)) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil || len(resp.Choices) == 0 {
		return "", err
	}
	log(resp)
	return resp.Choices[0].Message.Content, nil
}

func Keep(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, r *Record) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil || len(resp.Choices) == 0 {
		return "", err
	}
	r.Choice = resp.Choices[0]
	return resp.Choices[0].Message.Content, nil
}
