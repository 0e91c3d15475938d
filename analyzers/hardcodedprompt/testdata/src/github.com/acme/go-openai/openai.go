// Package openai is a copy of an SDK under another owner.
package openai

import "context"

const (
	ChatMessageRoleSystem = "system"
	ChatMessageRoleUser   = "user"
)

type Client struct{}

func NewClient(token string) *Client { return &Client{} }

func NewClientWithConfig(config ClientConfig) *Client { return &Client{} }

type ClientConfig struct{ BaseURL string }

func DefaultConfig(token string) ClientConfig { return ClientConfig{} }

type ChatCompletionMessage struct {
	Role, Content string
	MultiContent  []ChatMessagePart
}

type ChatMessagePart struct{ Text string }

type ChatCompletionRequest struct {
	Model    string
	Messages []ChatCompletionMessage
}

type ChatCompletionChoice struct {
	Message      ChatCompletionMessage
	FinishReason string
}

type ChatCompletionResponse struct{ Choices []ChatCompletionChoice }

type ChatCompletionStream struct{}

func (c *Client) CreateChatCompletion(ctx context.Context, r ChatCompletionRequest) (ChatCompletionResponse, error) {
	return ChatCompletionResponse{}, nil
}

func (c *Client) CreateChatCompletionStream(ctx context.Context, r ChatCompletionRequest) (*ChatCompletionStream, error) {
	return nil, nil
}
