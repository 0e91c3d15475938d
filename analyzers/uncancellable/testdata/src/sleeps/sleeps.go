// Package sleeps waits between calls.
package sleeps

import (
	"context"
	"time"

	"github.com/mark3labs/mcp-go/client"
	"github.com/mark3labs/mcp-go/mcp"
	openai "github.com/sashabaranov/go-openai"
)

func retry(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (r openai.ChatCompletionResponse, err error) {
	for i := range 5 {
		if r, err = c.CreateChatCompletion(ctx, req); err == nil {
			return r, nil
		}
		time.Sleep(time.Second << i) // want `time.Sleep between calls of .*CreateChatCompletion goes on when ctx is cancelled`
	}
	return r, err
}

func first(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (err error) {
	for i := range 3 {
		if i > 0 {
			time.Sleep(5 * time.Second) // want `time.Sleep between calls`
		}
		if err = ask(ctx, c, req); err == nil {
			return nil
		}
	}
	return err
}

func ask(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) error {
	_, err := c.CreateChatCompletion(ctx, req)
	return err
}

func short(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) {
	for range 3 {
		ask(ctx, c, req)
		time.Sleep(200 * time.Millisecond)
	}
}

func selected(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) {
	for range 3 {
		ask(ctx, c, req)
		select {
		case <-ctx.Done():
			return
		case <-time.After(5 * time.Second):
		}
	}
}

func tested(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) error {
	for range 3 {
		if err := ctx.Err(); err != nil {
			return err
		}
		if ask(ctx, c, req) == nil {
			break
		}
		time.Sleep(2 * time.Second)
	}
	return nil
}

func testedLong(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) error {
	for range 3 {
		if err := ctx.Err(); err != nil {
			return err
		}
		ask(ctx, c, req)
		time.Sleep(time.Minute) // want `time.Sleep between calls`
	}
	return nil
}

func once(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) {
	time.Sleep(5 * time.Second)
	ask(ctx, c, req)
}

func polls(ctx context.Context, ready func() bool) {
	for !ready() {
		time.Sleep(5 * time.Second)
	}
}

func tools(ctx context.Context, c *client.Client) error {
	if _, err := c.Initialize(context.Background(), mcp.InitializeRequest{}); err != nil { // want `Initialize is called with context.Background\(\) although ctx is in scope`
		return err
	}
	_, err := c.ListTools(ctx, mcp.ListToolsRequest{})
	return err
}
