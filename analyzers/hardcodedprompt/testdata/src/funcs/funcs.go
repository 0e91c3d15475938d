package funcs

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

type asker func(ctx context.Context, text string) error

type step struct{ do asker }

func newAsker(c *openai.Client) asker {
	return func(ctx context.Context, text string) error {
		_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Content: text}}})
		return err
	}
}

func first[T any](items ...T) T { return items[0] }

// same returns its argument, to all callers.
func same(text string) string { return text }

func run(ctx context.Context, c *openai.Client) error {
	s := step{do: newAsker(c)}
	println(same("Nobody but the terminal reads this."))
	if err := s.do(ctx, same("List the three largest cities.")); err != nil { // want `prompt hardcoded in run \(5 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`
		return err
	}
	return s.do(ctx, first("List the three longest rivers.", "")) // want `prompt hardcoded in run \(5 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`
}
