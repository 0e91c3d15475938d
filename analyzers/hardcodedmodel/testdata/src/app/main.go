package main

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

func main() {
	openai.NewClient("key").CreateChatCompletion(context.Background(), openai.ChatCompletionRequest{Model: "gpt-4.1"})
}
