// Package client has an interface and two implementations. That is one finding, at the interface.
package client

import (
	"context"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/sashabaranov/go-openai"
)

type Client interface {
	Name() string
	Complete(ctx context.Context, prompt string) (string, error) // want `Client.Complete returns only the text and drops the token usage of the response \(openai.ChatCompletionResponse.Usage\)`
}

type gpt struct{ client *openai.Client }

func (*gpt) Name() string { return "gpt" }

func (g *gpt) Complete(ctx context.Context, prompt string) (string, error) {
	resp, err := g.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
	if err != nil || len(resp.Choices) == 0 {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}

type claude struct{ client anthropic.Client }

func (claude) Name() string { return "claude" }

func (c claude) Complete(ctx context.Context, prompt string) (string, error) {
	var msg *anthropic.Message
	var err error
	msg, err = c.client.Messages.New(ctx, anthropic.MessageNewParams{})
	if err != nil || msg == nil {
		return "", err
	}
	return msg.Content[0].Text, nil
}

// A Writer has two methods that drop it: one finding.
type Writer interface {
	Title(ctx context.Context, prompt string) (string, error) // want `Writer.Title returns only the text`
	Text(ctx context.Context, prompt string) (string, error)
}

type writer struct{ client *openai.Client }

func (w *writer) Title(ctx context.Context, prompt string) (string, error) {
	resp, err := w.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{MaxTokens: 10})
	if err != nil || len(resp.Choices) == 0 {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}

func (w *writer) Text(ctx context.Context, prompt string) (string, error) {
	resp, err := w.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
	if err != nil || len(resp.Choices) == 0 {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}
