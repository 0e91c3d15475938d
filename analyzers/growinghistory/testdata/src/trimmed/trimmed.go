// Package trimmed keeps its conversations short, each in its way.
package trimmed

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

type message = openai.ChatCompletionMessage

const most = 40

type cut struct {
	client  *openai.Client
	history []message
}

func (c *cut) Say(ctx context.Context, text string) error {
	c.history = append(c.history, message{Role: "user", Content: text})
	if len(c.history) > most {
		c.history = c.history[len(c.history)-most:]
	}
	_, err := c.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: c.history})
	return err
}

type summarized struct {
	client  *openai.Client
	history []message
}

func (s *summarized) Say(ctx context.Context, text string) error {
	s.history = append(s.history, message{Role: "user", Content: text})
	s.history = short(s.history)
	_, err := s.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: s.history})
	return err
}

func short(all []message) []message { return all[max(0, len(all)-most):] }

type counted struct {
	client  *openai.Client
	history []message
}

func (c *counted) Say(ctx context.Context, text string) error {
	c.history = append(c.history, message{Role: "user", Content: text})
	if countTokens(c.history) > 100_000 {
		return context.Canceled
	}
	_, err := c.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: c.history})
	return err
}

func countTokens(all []message) (n int) {
	for _, m := range all {
		n += len(m.Content) / 4
	}
	return n
}

type request struct{ client *openai.Client }

// Ask makes its list anew each time.
func (r *request) Ask(ctx context.Context, text string) error {
	var list []message
	list = append(list, message{Role: "user", Content: text})
	_, err := r.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: list})
	return err
}
