// Package returned hands text on and never asks why it ended.
package returned

import (
	"context"
	"errors"

	openai "github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

type bot struct{ client *openai.Client }

func (b bot) Ask(ctx context.Context, req openai.ChatCompletionRequest) (string, error) {
	resp, err := b.client.CreateChatCompletion(ctx, req) // want `text of \(\*openai.Client\).CreateChatCompletion is returned without reading ChatCompletionChoice.FinishReason`
	if err != nil {
		return "", err
	}
	if len(resp.Choices) == 0 {
		return "", errors.New("no answer")
	}
	return resp.Choices[0].Message.Content, nil
}

// Again is of the same client: one finding is enough.
func (b bot) Again(ctx context.Context, req openai.ChatCompletionRequest) (string, error) {
	resp, err := b.client.CreateChatCompletion(ctx, req)
	if err != nil || len(resp.Choices) == 0 {
		return "", err
	}
	choice := resp.Choices[0]
	return choice.Message.Content, nil
}

// Other asks another vendor.
func Other(ctx context.Context, c *genai.Client, model string, in []*genai.Content) (string, error) {
	resp, err := c.Models.GenerateContent(ctx, model, in, nil) // want `without reading Candidate.FinishReason`
	if err != nil {
		return "", err
	}
	return resp.Text(), nil
}
