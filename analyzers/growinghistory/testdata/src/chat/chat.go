// Package chat sends all that was ever said.
package chat

import (
	"context"
	"errors"

	openai "github.com/sashabaranov/go-openai"
)

type Chat struct {
	client  *openai.Client
	model   string
	history []openai.ChatCompletionMessage
}

func (c *Chat) Say(ctx context.Context, text string) (string, error) {
	c.history = append(c.history, openai.ChatCompletionMessage{Role: openai.ChatMessageRoleUser, Content: text}) // want `history grows with each turn and is sent whole by \(\*openai.Client\).CreateChatCompletion`
	resp, err := c.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: c.model, Messages: c.history})
	if err != nil {
		return "", err
	}
	if len(resp.Choices) == 0 {
		return "", errors.New("no answer")
	}
	c.history = append(c.history, resp.Choices[0].Message)
	return resp.Choices[0].Message.Content, nil
}

// Reset starts again, which bounds nothing.
func (c *Chat) Reset() { c.history = nil }

// A Task is one question: only the steps of its own loop are added.
type Task struct {
	client *openai.Client
	steps  []openai.ChatCompletionMessage
}

func (t *Task) Run(ctx context.Context) error {
	for range 10 {
		resp, err := t.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: t.steps})
		if err != nil || len(resp.Choices) == 0 {
			return err
		}
		t.steps = append(t.steps, resp.Choices[0].Message)
	}
	return nil
}
