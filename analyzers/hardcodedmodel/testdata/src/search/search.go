// Package search keeps the vectors that it computes.
package search

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

type Index struct {
	client  *openai.Client
	vectors [][]float32
}

func (i *Index) Add(ctx context.Context, text string) error {
	r, err := i.client.CreateEmbeddings(ctx, openai.EmbeddingRequest{Input: text, Model: "text-embedding-3-small"})
	if err != nil {
		return err
	}
	for _, d := range r.Data {
		i.vectors = append(i.vectors, d.Embedding)
	}
	return nil
}
