// Package screen shows text to a person, who sees that it ends early.
package screen

import (
	"context"
	"fmt"

	openai "github.com/sashabaranov/go-openai"
)

func Show(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) error {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil || len(resp.Choices) == 0 {
		return err
	}
	fmt.Println(resp.Choices[0].Message.Content)
	return nil
}

func Vectors(ctx context.Context, c *openai.Client, in []string) ([]float32, error) {
	resp, err := c.CreateEmbeddings(ctx, openai.EmbeddingRequest{Input: in})
	if err != nil || len(resp.Data) == 0 {
		return nil, err
	}
	return resp.Data[0].Embedding, nil
}
