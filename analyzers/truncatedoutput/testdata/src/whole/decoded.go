package whole

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	openai "github.com/sashabaranov/go-openai"
)

type verdict struct {
	Good bool   `json:"good"`
	Why  string `json:"why"`
}

// object is decoded by everyone who asks for it.
func object(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", err
	}
	if len(resp.Choices) == 0 {
		return "", errors.New("no answer")
	}
	return resp.Choices[0].Message.Content, nil
}

func Judge(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (v verdict, err error) {
	text, err := object(ctx, c, req)
	if err != nil {
		return v, err
	}
	if err := json.Unmarshal([]byte(strings.TrimSpace(text)), &v); err != nil {
		return v, err
	}
	return v, nil
}

// Both decodes the text that it also returns.
func Both(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (v verdict, raw string, err error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil || len(resp.Choices) == 0 {
		return v, "", err
	}
	raw = resp.Choices[0].Message.Content
	if err := json.Unmarshal([]byte(raw), &v); err != nil {
		return v, "", err
	}
	return v, raw, nil
}
