package cuts

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

func chunks(s string, size int) (out []string) {
	for i := 0; i < len(s); i += size {
		out = append(out, s[i:min(i+size, len(s))]) // want `cuts text for a model at a byte index`
	}
	return out
}

func lines(s string, size int) (out []string) {
	for len(s) > size {
		end := size
		for end > 0 && s[end-1] != '\n' {
			end--
		}
		out = append(out, s[:end])
		s = s[end:]
	}
	return append(out, s)
}

func each(ctx context.Context, c *openai.Client, s string) {
	for _, p := range append(chunks(s, 8000), lines(s, 8000)...) {
		c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: "user", Content: "Sum up:\n" + p}}})
	}
}
