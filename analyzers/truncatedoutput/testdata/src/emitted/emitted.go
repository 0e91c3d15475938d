// Package emitted shows the parts of a stream as they come, and passes them whole to others.
package emitted

import (
	"context"

	"github.com/openai/openai-go/v3"
)

func Show(ctx context.Context, c openai.Client, p openai.ChatCompletionNewParams, emit func(string)) error {
	s := c.Chat.Completions.NewStreaming(ctx, p)
	defer s.Close()
	for s.Next() {
		for _, choice := range s.Current().Choices {
			emit(choice.Delta.Content)
		}
	}
	return s.Err()
}

func Collect(ctx context.Context, c openai.Client, p openai.ChatCompletionNewParams, see func(openai.ChatCompletionChunk)) (text string, err error) {
	s := c.Chat.Completions.NewStreaming(ctx, p)
	defer s.Close()
	for s.Next() {
		see(s.Current())
		for _, choice := range s.Current().Choices {
			text += choice.Delta.Content
		}
	}
	return text, s.Err()
}
