// Package counted gives back text and tells somebody else what it cost.
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
