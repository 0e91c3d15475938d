package templates

import (
	"context"
	"strings"
	"text/template"

	openai "github.com/sashabaranov/go-openai"
)

var review = template.Must(template.New("review").Parse("Review this change to {{.File}} with care.")) // want `prompt hardcoded in review \(6 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`

var mail = template.Must(template.New("mail").Parse("Dear {{.Name}}, thank you for your order."))

func run(ctx context.Context, c *openai.Client, data any) (string, error) {
	var text, letter strings.Builder
	if err := review.Execute(&text, data); err != nil {
		return "", err
	}
	if err := mail.Execute(&letter, data); err != nil {
		return "", err
	}
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Content: text.String()}}})
	return letter.String(), err
}

type notes struct{ Rules, Name string }

var plan = template.Must(template.New("plan").Parse("{{.Rules}} Plan the next steps for {{.Name}} in detail.")) // want `prompt hardcoded in plan \(7 words`

const rules = "Never touch files outside of the folder that was given to you." // want `prompt hardcoded in constant rules \(12 words`

// What the data of a template holds is a part of the prompt too.
func planFor(ctx context.Context, c *openai.Client, name string) error {
	var text strings.Builder
	if err := plan.Execute(&text, notes{Rules: rules, Name: name}); err != nil {
		return err
	}
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Content: text.String()}}})
	return err
}
