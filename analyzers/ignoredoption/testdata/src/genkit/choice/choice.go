// Package choice calls a model by Genkit's plugin for Anthropic.
package choice

import (
	"context"

	"github.com/firebase/genkit/go/ai"
	"github.com/firebase/genkit/go/genkit"
	"github.com/firebase/genkit/go/plugins/anthropic"
)

func ask(ctx context.Context, question string) (string, error) {
	g := genkit.Init(ctx, &anthropic.Anthropic{APIKey: "key"})
	return genkit.GenerateText(ctx, g, ai.WithPrompt("%s", question),
		ai.WithConfig(map[string]any{"max_tokens": 100}),
		ai.WithToolChoice(ai.ToolChoiceRequired)) // want `ai\.WithToolChoice has no effect, since genkit/anthropic does not send it`
}

func askAnyway(ctx context.Context, g *genkit.Genkit, question string) (string, error) {
	return genkit.GenerateText(ctx, g, ai.WithPrompt("%s", question), ai.WithToolChoice(ai.ToolChoiceAuto)) // Anthropic does so anyway
}
