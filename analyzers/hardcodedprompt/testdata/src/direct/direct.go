package direct

import (
	"context"
	"strings"

	"github.com/anthropics/anthropic-sdk-go"
	openai "github.com/sashabaranov/go-openai"
)

const triage = "You are a support agent who sorts tickets." // want `constant triage is a system prompt of 8 words, written in the code, that reaches the field ChatCompletionMessage.Content`

const part = "Answer in one short sentence. " // want `constant part is a user prompt of 5 words`

var table = map[string]string{
	"short": "Keep the answer as short as possible.", // want `text in table is a user prompt of 7 words`
	"long":  "Explain every step of the answer.",     // want `text in table is a user prompt of 6 words`
}

func ask(ctx context.Context, c *openai.Client, ticket, style string) error {
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages: []openai.ChatCompletionMessage{
			{Role: openai.ChatMessageRoleSystem, Content: triage},
			{Role: openai.ChatMessageRoleUser, Content: part + ticket},
			{Role: openai.ChatMessageRoleUser, Content: table[style]},
			{Role: openai.ChatMessageRoleTool, Content: "There is no tool of that name."},
			{Role: openai.ChatMessageRoleUser, Content: "Ticket: " + strings.TrimSpace(ticket)},
		},
	})
	return err
}

func chinese(ctx context.Context, c *anthropic.Client) error {
	_, err := c.Messages.New(ctx, anthropic.MessageNewParams{
		System: []anthropic.TextBlockParam{{Text: "你是一个专业的客服助手，请用礼貌的语气回答用户提出的每一个问题。"}}, // want `text in chinese is a .*prompt of 5 words`
	})
	return err
}
