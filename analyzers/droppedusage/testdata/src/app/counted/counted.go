// Package counted returns text and reports its cost elsewhere.
package counted

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

var spent int

func Ask(ctx context.Context, client *openai.Client) (string, error) {
	resp, err := client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
	spent += resp.Usage.TotalTokens
	return resp.Choices[0].Message.Content, err
}
