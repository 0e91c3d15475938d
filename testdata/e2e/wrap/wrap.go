// Package wrap hides the SDKs behind functions of its own.
package wrap

import (
	"context"
	"errors"
	"fmt"

	"github.com/openai/openai-go/v3"
	"google.golang.org/genai"
)

// Ask sends a user's text with instructions from the caller.
func Ask(ctx context.Context, model, instructions, text string) (string, error) {
	client := openai.NewClient()
	res, err := client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{
		Model: model,
		Messages: []openai.ChatCompletionMessageParamUnion{
			openai.SystemMessage(instructions),
			openai.UserMessage(text),
		},
	})
	if err != nil {
		return "", err
	}
	if len(res.Choices) == 0 {
		return "", errors.New("no answer")
	}
	return res.Choices[0].Message.Content, nil
}

// AskIn is a wrapper of a wrapper of another vendor.
func AskIn(ctx context.Context, model, language, text string) (string, error) {
	return generate(ctx, model, fmt.Sprintf("Answer the question in %s and in no other language: %s", language, text)) // finds hardcodedprompt
}

func generate(ctx context.Context, model, text string) (string, error) {
	client, err := genai.NewClient(ctx, nil)
	if err != nil {
		return "", err
	}
	res, err := client.Models.GenerateContent(ctx, model, genai.Text(text), nil)
	if err != nil {
		return "", err
	}
	return res.Text(), nil
}
