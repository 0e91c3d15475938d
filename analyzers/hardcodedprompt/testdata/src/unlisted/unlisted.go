// Package unlisted calls a client that the catalogue does not know: its request has a model and messages, its answer choices.
package unlisted

import (
	"context"

	"example.com/chat"
	"example.com/term"
)

func ask(ctx context.Context, c *chat.Client, question string) (string, error) {
	r, err := c.Complete(ctx, chat.Request{Model: "m", Messages: []chat.Message{
		{Role: "system", Content: "You are an assistant of few words."}, // want `prompt hardcoded in ask \(7 words, sent by \(\*chat\.Client\)\.Complete\)`
		{Role: "tool", Content: "The tool has given back no result."},
		{Role: "user", Content: question},
	}})
	if err != nil || len(r.Choices) == 0 {
		return "", err
	}
	return r.Choices[0].Message.Content, nil
}

// What a person is asked is no prompt.
func input(t *term.Terminal) (string, error) { return t.Prompt("Which file do you want to read?") }
