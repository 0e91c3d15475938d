// Package gathered puts the pieces of a stream together in a response of its own.
package gathered

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

type answer struct {
	openai.ChatCompletionResponse
	done bool
}

func (a *answer) add(piece openai.ChatCompletionStreamResponse) {
	for _, c := range piece.Choices {
		for len(a.Choices) <= c.Index {
			a.Choices = append(a.Choices, openai.ChatCompletionChoice{})
		}
		a.Choices[c.Index].Message.Content += c.Delta.Content
		a.done = c.FinishReason != ""
	}
}

func (a *answer) text() (string, bool) {
	if a.done {
		return a.Choices[0].Message.Content, true
	}
	return "", false
}

// A response that came whole is another matter.
func whole(ctx context.Context, c *openai.Client, r openai.ChatCompletionRequest) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, r)
	if err != nil {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil // want `resp.Choices\[0\] panics if the response has none`
}
