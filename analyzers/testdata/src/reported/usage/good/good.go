package good

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

func Cost(ctx context.Context, c *openai.Client, talk []openai.ChatCompletionMessage) (tokens int, err error) {
	s, err := c.CreateChatCompletionStream(ctx, openai.ChatCompletionRequest{Messages: talk, StreamOptions: &openai.StreamOptions{IncludeUsage: true}})
	if err != nil {
		return 0, err
	}
	defer s.Close()
	for {
		part, err := s.Recv()
		if err != nil {
			return tokens, err
		}
		if part.Usage != nil {
			tokens = part.Usage.TotalTokens
		}
	}
}
