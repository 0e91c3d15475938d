package assembled

import (
	"context"
	"fmt"
	"strings"

	openai "github.com/sashabaranov/go-openai"
)

func prompt(names []string, strict bool) string {
	var b strings.Builder
	b.WriteString("Choose one of these names:\n") // want `prompt builds a prompt of 20 words from 5 literals, sent by \(\*openai\.Client\)\.CreateChatCompletion`
	for _, n := range names {
		fmt.Fprintf(&b, "- %s\n", n)
	}
	rules(&b, strict)
	end := "Give a reason too."
	if strict {
		end = "Give only the name, nothing else."
	}
	return b.String() + end
}

// rules writes a part of the prompt above.
func rules(b *strings.Builder, strict bool) {
	if strict {
		b.WriteString("Any other name is wrong.\n")
	}
}

func format(kind string) string {
	if kind == "list" {
		return "Make a list of %d items about %s." // want `prompt hardcoded in format \(11 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`
	}
	return "Write %d sentences about the topic %s."
}

func send(ctx context.Context, c *openai.Client, text string) error {
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Content: text}}})
	return err
}

func run(ctx context.Context, c *openai.Client, names []string, kind string) error {
	if err := send(ctx, c, prompt(names, true)); err != nil {
		return err
	}
	return send(ctx, c, fmt.Sprintf(format(kind), 3, names[0]))
}
