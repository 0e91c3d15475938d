// Package parts reads streams to their end and hands the text on.
package parts

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/openai/openai-go/v3"
	sashabaranov "github.com/sashabaranov/go-openai"
)

func Read(ctx context.Context, c *sashabaranov.Client, req sashabaranov.ChatCompletionRequest) (string, error) {
	s, err := c.CreateChatCompletionStream(ctx, req) // want `text of .*CreateChatCompletionStream is returned without reading ChatCompletionStreamChoice.FinishReason`
	if err != nil {
		return "", err
	}
	defer s.Close()
	var out strings.Builder
	for {
		part, err := s.Recv()
		if errors.Is(err, io.EOF) {
			return out.String(), nil
		}
		if err != nil {
			return "", err
		}
		for _, choice := range part.Choices {
			out.WriteString(choice.Delta.Content)
		}
	}
}

// A Store keeps pages.
type Store interface {
	Save(ctx context.Context, page string) error
}

func Keep(ctx context.Context, c openai.Client, p openai.ChatCompletionNewParams, store Store) error {
	resp, err := c.Chat.Completions.New(ctx, p) // want `text of .* is passed on without reading ChatCompletionChoice.FinishReason`
	if err != nil || len(resp.Choices) == 0 {
		return err
	}
	return store.Save(ctx, resp.Choices[0].Message.Content)
}
