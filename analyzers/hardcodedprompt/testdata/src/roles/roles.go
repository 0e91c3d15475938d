// Package roles says in more than one place who speaks.
package roles

import (
	"context"
	"fmt"

	"github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

// The field beats the role of the constructor that makes its message.
func configure() *genai.GenerateContentConfig {
	return &genai.GenerateContentConfig{
		SystemInstruction: genai.NewContentFromText("You sort tickets by how urgent they are.", genai.RoleUser), // want `text in configure is a system prompt of 8 words`
	}
}

// Two texts that one call passes are two prompts.
func greet(ctx context.Context, c *openai.Client) {
	ask(ctx, c, "You are a friendly clerk of this town.", // want `text in greet is a system prompt of 8 words`
		"Say hello to the person who just came in.") // want `text in greet is a user prompt of 9 words`
}

func ask(ctx context.Context, c *openai.Client, system, user string) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
		{Role: "system", Content: system},
		{Role: "user", Content: user},
	}})
}

// A frame around data, a note in brackets and headings instruct nobody.
func frame(ctx context.Context, c *openai.Client, name, date, owner string) {
	text := fmt.Sprintf("Name: %s\nDate: %s\nThe owner: %s\nOpen tickets: %d", name, date, owner, 3)
	text += "[the person has attached two files]"
	ask(ctx, c, "", text)
}
