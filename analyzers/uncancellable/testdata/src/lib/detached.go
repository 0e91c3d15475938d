package lib

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

// What must outlive the request has a goroutine of its own.
func Index(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) {
	go func() {
		background := context.Background()
		for range 3 {
			c.CreateChatCompletion(background, req)
		}
	}()
}

func Notify(c *openai.Client, req openai.ChatCompletionRequest) {
	go c.CreateChatCompletion(context.Background(), req)
}

// Who waits for the goroutine could cancel it.
func Both(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		c.CreateChatCompletion(context.Background(), req) // want `CreateChatCompletion is called with context.Background\(\) although ctx is in scope`
	}()
	<-done
}
