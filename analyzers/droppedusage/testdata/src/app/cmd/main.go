// In a program only an interface counts: a script may print an answer and be done.
package main

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

func Ask(ctx context.Context, client *openai.Client) (string, error) {
	resp, err := client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
	return resp.Choices[0].Message.Content, err
}

type Asker interface {
	Ask(ctx context.Context) (string, error) // want `Asker.Ask returns only the text`
}

type gpt struct{ client *openai.Client }

func (g gpt) Ask(ctx context.Context) (string, error) {
	resp, err := g.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
	return resp.Choices[0].Message.Content, err
}

func main() {}
