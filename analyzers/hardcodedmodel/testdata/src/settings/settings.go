// Package settings has the entries of a configuration, and a type that is none.
package settings

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

type Agent struct {
	Model string `yaml:"model"`
}

type Stored struct {
	Model string `json:"model"`
	Theme string `json:"theme"`
}

type Request struct {
	Model string `json:"model"`
	Input string `json:"input"`
}

type Plain struct{ Model string }

func Ask(ctx context.Context, c *openai.Client, a Agent, s *Stored, r Request, p Plain) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: a.Model})
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: s.Model})
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: r.Model})
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: p.Model})
}
