package good

import (
	"context"

	"github.com/openai/openai-go/v3"
)

func Print(ctx context.Context, c openai.Client, p openai.ChatCompletionNewParams, out func(string)) error {
	stream := c.Chat.Completions.NewStreaming(ctx, p)
	defer stream.Close()
	for stream.Next() {
		if chunk := stream.Current(); len(chunk.Choices) > 0 {
			out(chunk.Choices[0].Delta.Content)
		}
	}
	return stream.Err()
}
