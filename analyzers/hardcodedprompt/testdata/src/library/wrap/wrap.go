// Package wrap hides the SDK: what it is passed reaches a model.
package wrap

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

// A Client is home-made.
type Client struct {
	client *openai.Client
	system string
}

// WithSystem sets the system prompt through an option.
func WithSystem(text string) func(*Client) {
	return func(c *Client) { c.system = text }
}

// New makes a client.
func New(options ...func(*Client)) *Client {
	c := new(Client)
	for _, o := range options {
		o(c)
	}
	return c
}

// Ask sends a text.
func (c *Client) Ask(ctx context.Context, text string) error { return c.send(ctx, text) }

func (c *Client) send(ctx context.Context, text string) error {
	_, err := c.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
		{Role: "system", Content: c.system},
		{Role: "user", Content: text},
	}})
	return err
}

// A Message is a message of any vendor.
type Message struct {
	Role, Content, CallID string
}

// Talk sends a conversation.
func (c *Client) Talk(ctx context.Context, messages []Message, failed bool) error {
	if failed {
		messages = append(messages, Message{Role: "tool", Content: "This tool could not be run here.", CallID: "1"})
	}
	messages = append(messages, Message{Role: "assistant", Content: "I have come to the end of my turns."})
	messages = append(messages, Message{Role: "user", Content: "Go on with the next step."}) // want `user prompt hardcoded in Talk \(6 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`
	for _, m := range messages {
		if err := c.send(ctx, m.Content); err != nil {
			return err
		}
	}
	return nil
}
