// Package cohere calls a model by an adapter that reads no option of a call.
package cohere

import (
	"context"

	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/cohere"
)

func ask(ctx context.Context, prompt string) (string, error) {
	m, err := cohere.New()
	if err != nil {
		return "", err
	}
	return llms.GenerateFromSinglePrompt(ctx, m, prompt,
		llms.WithMaxTokens(100),   // want `llms\.WithMaxTokens has no effect, since langchaingo/cohere does not send it`
		llms.WithTemperature(0.5), // want `llms\.WithTemperature has no effect`
		llms.WithJSONMode(),       // want `llms\.WithJSONMode has no effect`
		llms.WithToolChoice("auto"))
}
