// Package escapes hands the whole response to somebody who may count.
package escapes

import (
	"context"
	"log"

	"github.com/openai/openai-go/v3"
	old "github.com/sashabaranov/go-openai"
)

func Hook(ctx context.Context, client *old.Client, hook func(old.ChatCompletionResponse)) (string, error) {
	resp, err := client.CreateChatCompletion(ctx, old.ChatCompletionRequest{})
	hook(resp)
	return resp.Choices[0].Message.Content, err
}

func Raw(ctx context.Context, client *openai.Client) (string, error) {
	resp, err := client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{})
	log.Print(resp.RawJSON())
	return resp.Choices[0].Message.Content, err
}
