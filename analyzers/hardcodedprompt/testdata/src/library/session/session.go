// Package session runs agents.
package session

import (
	"context"
	"fmt"

	openai "github.com/sashabaranov/go-openai"

	"library/spec"
)

// Run runs an agent.
func Run(ctx context.Context, c *openai.Client, a *spec.Agent) error {
	fmt.Println(a.Note())
	messages := []openai.ChatCompletionMessage{{Role: "system", Content: a.Instruction()}}
	for _, text := range a.Examples() {
		messages = append(messages, openai.ChatCompletionMessage{Role: "user", Content: text})
	}
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: messages})
	return err
}

// Check asks one more agent, which it makes itself.
func Check(ctx context.Context, c *openai.Client) error {
	return Run(ctx, c, spec.New("The agent that looks over it", "You check what others have written.")) // want `system prompt hardcoded in Check \(6 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`
}

// Send sends a conversation.
func Send(ctx context.Context, c *openai.Client, conversation ...spec.Message) error {
	var messages []openai.ChatCompletionMessage
	for _, m := range conversation {
		messages = append(messages, openai.ChatCompletionMessage{Role: m.Role, Content: m.Content})
	}
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: messages})
	return err
}
