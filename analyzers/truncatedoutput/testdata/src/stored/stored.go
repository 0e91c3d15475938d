// Package stored writes text to a file, and keeps it in a field.
package stored

import (
	"context"
	"os"

	"github.com/anthropics/anthropic-sdk-go"
	openai "github.com/sashabaranov/go-openai"
)

func Write(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, file string) error {
	resp, err := c.CreateChatCompletion(ctx, req) // want `is stored without reading ChatCompletionChoice.FinishReason`
	if err != nil || len(resp.Choices) == 0 {
		return err
	}
	return os.WriteFile(file, []byte(resp.Choices[0].Message.Content), 0o600)
}

type page struct{ text string }

func (p *page) Fill(ctx context.Context, c *anthropic.Client, params anthropic.MessageNewParams) error {
	resp, err := c.Messages.New(ctx, params) // want `without reading Message.StopReason`
	if err != nil {
		return err
	}
	for _, b := range resp.Content {
		p.text += b.Text
	}
	return nil
}
