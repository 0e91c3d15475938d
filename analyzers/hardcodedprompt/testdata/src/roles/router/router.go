// Package router takes two texts and makes messages of its own of them, which an adapter sorts by their roles.
package router

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

type message struct{ Role, Content string }

func Complete(ctx context.Context, c *openai.Client, model string, rules, question string) error {
	return send(ctx, c, []message{{Role: "system", Content: rules}, {Role: "user", Content: question}})
}

func send(ctx context.Context, c *openai.Client, messages []message) error {
	var talk []openai.ChatCompletionMessage
	rules := ""
	for _, m := range messages {
		switch m.Role {
		case "user":
			talk = append(talk, openai.ChatCompletionMessage{Role: openai.ChatMessageRoleUser, Content: m.Content})
		case "system":
			rules = m.Content
		}
	}
	if rules != "" {
		talk = append([]openai.ChatCompletionMessage{{Role: openai.ChatMessageRoleSystem, Content: rules}}, talk...)
	}
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: talk})
	return err
}
