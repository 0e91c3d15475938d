// Package twoadapters calls models of two vendors: an option may be meant for the other.
package twoadapters

import (
	"context"

	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/anthropic"
	"github.com/tmc/langchaingo/llms/ollama"
)

func model(local bool) (llms.Model, error) {
	if local {
		return ollama.New(ollama.WithModel("m"), ollama.WithSystemPrompt("Be brief.")) // want `ollama\.WithSystemPrompt has no effect, since langchaingo/ollama does not send it`
	}
	return anthropic.New(anthropic.WithModel("m"))
}

func ask(ctx context.Context, m llms.Model, prompt string) (string, error) {
	return llms.GenerateFromSinglePrompt(ctx, m, prompt, llms.WithSeed(1), llms.WithTools(nil))
}
