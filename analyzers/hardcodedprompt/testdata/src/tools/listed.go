package tools

import (
	"context"
	"strings"

	openai "github.com/sashabaranov/go-openai"
)

// A gadget says what it is for in a prompt that lists all of them.
type gadget interface {
	Description() string
	Voice() string
	Use(ctx context.Context, params map[string]any) (string, error)
}

type lamp struct{}

func (lamp) Description() string { return "Lights the room in which the person is sitting." }

func (lamp) Voice() string { return "Speak like a lamp that has seen a lot." } // want `prompt hardcoded in Voice \(9 words`

func (lamp) Use(ctx context.Context, params map[string]any) (string, error) { return "on", nil }

func listed(ctx context.Context, c *openai.Client, gadgets []gadget) error {
	var b strings.Builder
	b.WriteString("Choose one of the gadgets:\n") // want `listed builds a user prompt of 5 words from 3 literals`
	for _, g := range gadgets {
		b.WriteString("- " + g.Description() + "\n")
	}
	for _, g := range gadgets {
		b.WriteString(g.Voice())
	}
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: "user", Content: b.String()}}})
	return err
}

var _ = listed
var _ gadget = lamp{}
