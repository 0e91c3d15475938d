// Package tool is a part of a command.
package tool

import (
	"context"
	"log"

	openai "github.com/sashabaranov/go-openai"
)

func Run(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) string {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		log.Fatal(err)
	}
	return resp.Choices[0].Message.Content
}
