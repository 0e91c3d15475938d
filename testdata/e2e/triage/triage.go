// Package triage sends prompts to the real SDKs in the ways in which programs do.
package triage

import (
	"context"
	"log"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/openai/openai-go/v3"
	"google.golang.org/genai"

	"example.com/e2e/prompts"
	"example.com/e2e/wrap"
)

const reviewer = "You review a change and name its three worst problems." // finds hardcodedprompt

// Direct has its prompt in the call.
func Direct(ctx context.Context, model, text string) (*openai.ChatCompletion, error) {
	client := openai.NewClient()
	return client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{
		Model: model,
		Messages: []openai.ChatCompletionMessageParamUnion{
			openai.SystemMessage("You sort tickets by how urgent they are."), // finds hardcodedprompt
			openai.UserMessage(text),
		},
	})
}

// Constant has its prompt in a constant.
func Constant(ctx context.Context, model anthropic.Model, diff string) (*anthropic.Message, error) {
	client := anthropic.NewClient()
	return client.Messages.New(ctx, anthropic.MessageNewParams{
		MaxTokens: 1024,
		Model:     model,
		System:    []anthropic.TextBlockParam{{Text: reviewer}},
		Messages:  []anthropic.MessageParam{anthropic.NewUserMessage(anthropic.NewTextBlock(diff))},
	})
}

// OtherPackage has its prompt in another package.
func OtherPackage(ctx context.Context, client *genai.Client, model, ticket string) (*genai.GenerateContentResponse, error) {
	return client.Models.GenerateContent(ctx, model, genai.Text(ticket), &genai.GenerateContentConfig{
		SystemInstruction: genai.NewContentFromText(prompts.Summary, genai.RoleUser), // go vet finds hardcodedprompt
	})
}

// Wrapped gives its prompt to a function of another package.
func Wrapped(ctx context.Context, model, text string) (string, error) {
	return wrap.Ask(ctx, model, "Translate the text into plain English.", text) // finds hardcodedprompt
}

// Allowed has a finding that is right to keep.
func Allowed(ctx context.Context, model, text string) (string, error) {
	//zahariacheck:allow hardcodedprompt the health check must not depend on a file
	return wrap.Ask(ctx, model, "Say the word ready and nothing else.", text)
}

// Passed sends what the user wrote, and prints what looks like a prompt.
func Passed(ctx context.Context, model, instructions, text string) (string, error) {
	log.Print(prompts.Usage)
	return wrap.Ask(ctx, model, instructions, text)
}
