package single

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

// Bot has two methods that drop the usage. That is one finding.
type Bot struct{ client *openai.Client }

func (b *Bot) Title(ctx context.Context, text string) (string, error) { // want `Bot.Title returns only the text`
	resp, err := b.send(ctx)
	if err != nil {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}

func (b *Bot) Summary(ctx context.Context, text string) string {
	resp, _ := b.send(ctx)
	return resp.Choices[0].Message.Content
}

// send returns the whole response.
func (b *Bot) send(ctx context.Context) (openai.ChatCompletionResponse, error) {
	return b.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
}

func Ask(ctx context.Context, client *openai.Client) (string, error) { // want `Ask returns only the text`
	resp, err := client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
	return resp.Choices[0].Message.Content, err
}

func unexported(ctx context.Context, client *openai.Client) (string, error) {
	resp, err := client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
	return resp.Choices[0].Message.Content, err
}

// Embed returns no text, and Answer more than text.
func Embed(ctx context.Context, client *openai.Client) ([]float32, error) {
	resp, err := client.CreateEmbeddings(ctx, openai.EmbeddingRequest{})
	return resp.Data[0].Embedding, err
}

type Result struct{ Text string }

func Answer(ctx context.Context, client *openai.Client) (Result, error) {
	resp, err := client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
	return Result{resp.Choices[0].Message.Content}, err
}
