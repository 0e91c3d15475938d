// Package chat is a vendor's client that no catalogue knows, shaped as many are.
package chat

import "context"

type Message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

type Request struct {
	Model    string    `json:"model"`
	Messages []Message `json:"messages"`
}

type Response struct {
	Choices []struct {
		Message Message `json:"message"`
	} `json:"choices"`
}

type Client struct{}

func (*Client) Complete(ctx context.Context, r Request) (Response, error) { return Response{}, nil }
