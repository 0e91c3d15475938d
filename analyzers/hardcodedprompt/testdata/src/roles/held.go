package roles

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

type saved struct {
	Role    string
	Content string
}

type store interface {
	Create(ctx context.Context, thread string) (*saved, error)
	Load(ctx context.Context, thread string) []*saved
}

// What stands in a saved answer is no prompt, though it returns to the model with the next question.
func held(ctx context.Context, c *openai.Client, s store, answer string) error {
	assistantMsg, err := s.Create(ctx, "1")
	if err != nil {
		return err
	}
	if answer == "" {
		answer = "I am sorry, but I cannot answer this question at the moment."
	}
	assistantMsg.Content = answer
	question, err := s.Create(ctx, "1")
	if err != nil {
		return err
	}
	question.Content = "Go on with the story from where you have stopped." // want `prompt hardcoded in held \(10 words`
	var talk []openai.ChatCompletionMessage
	for _, m := range append(s.Load(ctx, "1"), assistantMsg, question) {
		talk = append(talk, openai.ChatCompletionMessage{Role: m.Role, Content: m.Content})
	}
	_, err = c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: talk})
	return err
}
