package direct

import (
	"context"
	"strings"

	"github.com/anthropics/anthropic-sdk-go"
	openai "github.com/sashabaranov/go-openai"
)

const triage = "You are a support agent who sorts tickets." // want `system prompt hardcoded in constant triage \(8 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`

const part = "Answer in one short sentence. " // want `user prompt hardcoded in constant part \(5 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`

var table = map[string]string{
	"short": "Keep the answer as short as possible.", // want `user prompt hardcoded in table \(7 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`
	"long":  "Explain every step of the answer.",     // want `user prompt hardcoded in table \(6 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`
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
		System: []anthropic.TextBlockParam{{Text: "你是一个专业的客服助手，请用礼貌的语气回答用户提出的每一个问题。"}}, // want `system prompt hardcoded in chinese \(15 words, sent by \(\*anthropic\.MessageService\)\.New\)`
	})
	return err
}
