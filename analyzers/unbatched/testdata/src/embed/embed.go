// Package embed asks for vectors, one at a time and many at once.
package embed

import (
	"context"

	"github.com/openai/openai-go/v3"
	gopenai "github.com/sashabaranov/go-openai"
)

func Each(ctx context.Context, c *gopenai.Client, texts []string) (out [][]float32, err error) {
	for _, text := range texts {
		resp, err := c.CreateEmbeddings(ctx, gopenai.EmbeddingRequest{Input: []string{text}, Model: gopenai.SmallEmbedding3}) // want `this loop sends one input per request to \(\*openai.Client\).CreateEmbeddings, which takes many`
		if err != nil {
			return nil, err
		}
		if len(resp.Data) == 0 {
			continue
		}
		out = append(out, resp.Data[0].Embedding)
	}
	return out, nil
}

func Union(ctx context.Context, c *openai.EmbeddingService, texts []string) error {
	for i := range texts {
		_, err := c.New(ctx, openai.EmbeddingNewParams{Input: openai.EmbeddingNewParamsInputUnion{OfString: openai.String(texts[i])}}) // want `this loop sends one input`
		if err != nil {
			return err
		}
	}
	return nil
}

func one(ctx context.Context, c *gopenai.Client, text string) ([]float32, error) {
	resp, err := c.CreateEmbeddings(ctx, gopenai.EmbeddingRequest{Input: []string{text}})
	if err != nil || len(resp.Data) == 0 {
		return nil, err
	}
	return resp.Data[0].Embedding, nil
}

type doc struct{ body string }

func Docs(ctx context.Context, c *gopenai.Client, docs map[string]doc) error {
	for _, d := range docs {
		if _, err := one(ctx, c, d.body); err != nil { // want `this loop calls embed.one, which sends one input per request`
			return err
		}
	}
	return nil
}

// All sends them together.
func All(ctx context.Context, c *gopenai.Client, texts []string) error {
	for len(texts) > 0 {
		n := min(len(texts), 100)
		if _, err := c.CreateEmbeddings(ctx, gopenai.EmbeddingRequest{Input: texts[:n]}); err != nil {
			return err
		}
		texts = texts[n:]
	}
	return nil
}

// Query has one, and tries again.
func Query(ctx context.Context, c *gopenai.Client, text string) (err error) {
	for range 3 {
		if _, err = c.CreateEmbeddings(ctx, gopenai.EmbeddingRequest{Input: []string{text}}); err == nil {
			return nil
		}
	}
	return err
}
