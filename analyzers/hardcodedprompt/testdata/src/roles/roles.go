// Package roles says in more than one place who speaks.
package roles

import (
	"context"
	"fmt"

	official "github.com/openai/openai-go/v3"
	"github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

// The field beats the role of the constructor that makes its message.
func configure() *genai.GenerateContentConfig {
	return &genai.GenerateContentConfig{
		SystemInstruction: genai.NewContentFromText("You sort tickets by how urgent they are.", genai.RoleUser), // want `system prompt hardcoded in configure \(8 words, sent through the field GenerateContentConfig\.SystemInstruction of genai\)`
	}
}

// Two texts that one call passes are two prompts.
func greet(ctx context.Context, c *openai.Client) {
	ask(ctx, c, "You are a friendly clerk of this town.", // want `system prompt hardcoded in greet \(8 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`
		"Say hello to the person who just came in.") // want `user prompt hardcoded in greet \(9 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`
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

// A part has the role of its message.
func look(ctx context.Context, c official.Client, images []official.ChatCompletionContentPartUnionParam) {
	parts := []official.ChatCompletionContentPartUnionParam{
		official.TextContentPart("Say what can be seen in these pictures."), // want `user prompt hardcoded in look \(8 words, sent by`
	}
	parts = append(parts, images...)
	c.Chat.Completions.New(ctx, official.ChatCompletionNewParams{Messages: []official.ChatCompletionMessageParamUnion{
		official.UserMessage(parts),
	}})
}
