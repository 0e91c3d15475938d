// Package gateway adapts several vendors behind an interface of its own. Its constructors and options may show them.
package gateway

import (
	"context"
	"errors"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/sashabaranov/go-openai"
)

type Provider interface {
	Send(ctx context.Context, text string) (string, error)
}

type base struct{ client *openai.Client }

type chat struct{ base }

func (c *chat) Send(ctx context.Context, text string) (string, error) {
	_, err := c.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
	var e *openai.APIError
	if errors.As(err, &e) {
		return "", nil
	}
	return "", err
}

type Config struct{ Client *openai.Client }

type Option func(*chat)

func New(c *openai.Client, opts ...Option) Provider { return &chat{base{c}} }

func FromConfig(c Config) (Provider, error) { return New(c.Client), nil }

func WithClient(client *openai.Client) Option {
	return func(c *chat) { c.client = client }
}

type Assistant struct{ client anthropic.Client }

func (c *Assistant) Send(ctx context.Context, text string) (string, error) { return "", nil }

func NewAssistant(c anthropic.Client) *Assistant { return &Assistant{c} }

func (c *Assistant) Last() *anthropic.Message { return nil }

func (c *Assistant) Answer(n int) *anthropic.Message { return nil } // want `exported method Assistant.Answer exposes anthropic.Message`
