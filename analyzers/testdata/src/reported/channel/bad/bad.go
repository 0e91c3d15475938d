package bad

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

func Parts(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (<-chan string, error) {
	s, err := c.CreateChatCompletionStream(ctx, req)
	if err != nil {
		return nil, err
	}
	parts := make(chan string)
	go func() {
		defer close(parts)
		defer s.Close()
		for {
			r, err := s.Recv()
			if err != nil {
				return
			}
			for _, c := range r.Choices {
				parts <- c.Delta.Content // want `this send blocks forever if the reader stops early`
			}
		}
	}()
	return parts, nil
}
