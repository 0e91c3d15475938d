// Package vectors gives its vectors away.
package vectors

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

func Embed(ctx context.Context, c *openai.Client, text string) ([]float32, error) {
	r, err := c.CreateEmbeddings(ctx, openai.EmbeddingRequest{Input: text, Model: "text-embedding-3-small"}) // want `model ID "text-embedding-3-small" is fixed`
	if err != nil || len(r.Data) == 0 {
		return nil, err
	}
	return r.Data[0].Embedding, nil
}
