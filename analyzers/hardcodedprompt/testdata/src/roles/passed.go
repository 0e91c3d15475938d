package roles

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

// Who speaks is passed beside what is said.
type entry struct {
	Source  string
	Payload any
}

type transcript struct{ entries []entry }

func (t *transcript) add(source string, payload any) {
	t.entries = append(t.entries, entry{Source: source, Payload: payload})
}

func (t *transcript) send(ctx context.Context, c *openai.Client) {
	var messages []openai.ChatCompletionMessage
	for _, e := range t.entries {
		if text, ok := e.Payload.(string); ok {
			messages = append(messages, openai.ChatCompletionMessage{Content: text})
		}
	}
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: messages})
}

func converse(ctx context.Context, c *openai.Client) {
	t := new(transcript)
	t.add("agent", "Sorry, there was an error. You may try it again.")
	t.add("user", "Sum up what was said until now in one line.") // want `hardcoded in converse \(10 words`
	t.send(ctx, c)
}
