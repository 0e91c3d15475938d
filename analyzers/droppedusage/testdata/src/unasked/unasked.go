package unasked

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

func count(ctx context.Context, c *openai.Client, msgs []openai.ChatCompletionMessage) (n int, err error) {
	s, err := c.CreateChatCompletionStream(ctx, openai.ChatCompletionRequest{Messages: msgs, Stream: true})
	if err != nil {
		return 0, err
	}
	defer s.Close()
	for {
		r, err := s.Recv()
		if err != nil {
			return n, err
		}
		if u := r.Usage; u != nil { // want `r.Usage stays empty because no request of a stream`
			n = u.TotalTokens
		}
	}
}
