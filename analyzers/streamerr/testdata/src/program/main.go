package main

import (
	"context"
	"fmt"
	"log"

	"github.com/openai/openai-go/v3"
)

func main() {
	client := openai.NewClient()
	s := client.Chat.Completions.NewStreaming(context.Background(), openai.ChatCompletionNewParams{})
	for s.Next() { // what is open ends with the process
		fmt.Println(s.Current())
	}
	if s.Err() != nil {
		log.Fatal(s.Err())
	}
}

func run(client openai.Client) error {
	s := client.Chat.Completions.NewStreaming(context.Background(), openai.ChatCompletionNewParams{})
	for s.Next() { // want `is never closed`
		if len(s.Current().Choices) == 0 {
			break
		}
	}
	return s.Err()
}
