// Package forked calls a copy of an SDK.
package forked

import (
	"context"

	"github.com/acme/go-openai"
)

func ask(ctx context.Context, c *openai.Client, question string) error {
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
		{Role: openai.ChatMessageRoleSystem, Content: "You answer in the language of the question."}, // want `system prompt hardcoded in ask \(8 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`
		{Role: openai.ChatMessageRoleUser, Content: question},
	}})
	return err
}
