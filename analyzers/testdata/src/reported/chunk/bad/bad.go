package bad

import (
	"context"

	"github.com/openai/openai-go/v3"
)

func Print(ctx context.Context, c openai.Client, p openai.ChatCompletionNewParams, out func(string)) error {
	stream := c.Chat.Completions.NewStreaming(ctx, p)
	defer stream.Close()
	for stream.Next() {
		out(stream.Current().Choices[0].Delta.Content) // want `panics if the response has none`
	}
	return stream.Err()
}
