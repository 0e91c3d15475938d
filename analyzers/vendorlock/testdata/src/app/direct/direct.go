// Package direct calls the vendor itself, and shows nothing of it: the errors that it handles are those of its own calls.
package direct

import (
	"context"
	"errors"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/sashabaranov/go-openai"
)

func Ask(ctx context.Context, key, text string) (string, error) {
	_, err := openai.NewClient(key).CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
	var e *openai.APIError
	if errors.As(err, &e) {
		return "", errors.New(e.Message)
	}
	return "", err
}

// Tool shows a type of a protocol, which is nobody's.
func Tool() mcp.Tool { return mcp.Tool{} }
