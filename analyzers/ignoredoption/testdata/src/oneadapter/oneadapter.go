// Package oneadapter calls models of one vendor.
package oneadapter

import (
	"context"

	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/openai"
)

func ask(ctx context.Context, prompt string) (string, error) {
	m, err := openai.New(openai.WithModel("m"))
	if err != nil {
		return "", err
	}
	return llms.GenerateFromSinglePrompt(ctx, m, prompt,
		llms.WithTemperature(0.5),
		llms.WithTopP(0.9), // want `llms\.WithTopP has no effect, since langchaingo/openai does not send it`
		llms.WithSeed(1))
}
