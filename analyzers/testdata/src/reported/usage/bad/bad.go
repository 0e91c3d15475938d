package bad

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

func Cost(ctx context.Context, c *openai.Client, talk []openai.ChatCompletionMessage) (tokens int, err error) {
	s, err := c.CreateChatCompletionStream(ctx, openai.ChatCompletionRequest{Messages: talk})
	if err != nil {
		return 0, err
	}
	defer s.Close()
	for {
		part, err := s.Recv()
		if err != nil {
			return tokens, err
		}
		if part.Usage != nil { // want `part.Usage stays empty`
			tokens = part.Usage.TotalTokens
		}
	}
}
