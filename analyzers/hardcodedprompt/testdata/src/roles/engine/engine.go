// Package engine sends a thread to a model.
package engine

import (
	"context"

	"github.com/sashabaranov/go-openai"

	"roles/thread"
)

type Engine struct{ Client *openai.Client }

func (e *Engine) Run(ctx context.Context, t *thread.Thread) {
	var messages []openai.ChatCompletionMessage
	for _, m := range t.Messages {
		for _, c := range m.Contents {
			if text, ok := c.Data.(string); ok {
				messages = append(messages, openai.ChatCompletionMessage{Role: string(m.Role), Content: text})
			}
		}
		if m.Note != "" {
			messages = append(messages, openai.ChatCompletionMessage{Role: string(m.Role), Content: m.Note})
		}
	}
	e.Client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: messages})
}

func (e *Engine) Post(ctx context.Context, letters []thread.Letter) {
	var messages []openai.ChatCompletionMessage
	for _, l := range letters {
		text := ""
		for _, p := range l.Parts {
			text += p.Text
		}
		messages = append(messages, openai.ChatCompletionMessage{Role: l.Role, Content: text})
	}
	e.Client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: messages})
}
