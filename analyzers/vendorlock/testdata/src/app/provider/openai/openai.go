// Package openai is the adapter: it may show what it adapts.
package openai

import (
	"errors"

	"github.com/sashabaranov/go-openai"
)

type Client struct{ Raw *openai.Client }

func (c *Client) Convert(m openai.ChatCompletionMessage) error {
	var e *openai.APIError
	errors.As(error(nil), &e)
	return nil
}
