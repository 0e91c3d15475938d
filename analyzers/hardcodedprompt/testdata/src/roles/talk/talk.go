// Package talk is a client with messages of its own.
package talk

import (
	"context"

	"github.com/openai/openai-go/v3"
)

type Role string

const (
	System Role = "system"
	User   Role = "user"
)

type Message struct {
	Role    Role
	Content string
	Cached  bool
}

// A Note is a message in parts.
type Note struct {
	Role  Role
	Parts []Part
}

type Part struct{ Text string }

func (c *Client) Tell(ctx context.Context, notes []Note) {
	var params openai.ChatCompletionNewParams
	for _, n := range notes {
		for _, p := range n.Parts {
			if n.Role == System {
				params.Messages = append(params.Messages, openai.SystemMessage(p.Text))
			} else {
				params.Messages = append(params.Messages, openai.UserMessage(p.Text))
			}
		}
	}
	c.SDK.Chat.Completions.New(ctx, params)
}

type Client struct{ SDK openai.Client }

func (c *Client) Ask(ctx context.Context, messages []Message) {
	var params openai.ChatCompletionNewParams
	for _, m := range messages {
		switch m.Role {
		case System:
			params.Messages = append(params.Messages, openai.SystemMessage(m.Content))
		case User:
			params.Messages = append(params.Messages, openai.UserMessage(m.Content))
		}
	}
	c.SDK.Chat.Completions.New(ctx, params)
}
