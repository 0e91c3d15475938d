package fewshot

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

type example struct{ in, out string }

var examples = []example{
	{in: "The parcel came two days late.", out: "complaint: about the delivery time"}, // want `few-shot examples hardcoded in examples \(21 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\).*On Manual Annotation`
	{in: "How do I change my address?", out: "question: about the address"},
}

func run(ctx context.Context, c *openai.Client) error {
	var messages []openai.ChatCompletionMessage
	for _, e := range examples {
		messages = append(messages,
			openai.ChatCompletionMessage{Role: "user", Content: e.in},
			openai.ChatCompletionMessage{Role: "assistant", Content: e.out})
	}
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: messages})
	return err
}
