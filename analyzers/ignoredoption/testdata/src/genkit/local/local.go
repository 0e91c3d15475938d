// Package local calls a model by Genkit's plugin for Ollama.
package local

import (
	"context"

	"github.com/firebase/genkit/go/ai"
	"github.com/firebase/genkit/go/genkit"
	"github.com/firebase/genkit/go/plugins/ollama"
)

func ask(ctx context.Context, question string) (string, error) {
	g := genkit.Init(ctx, &ollama.Ollama{ServerAddress: "http://localhost:11434"})
	return genkit.GenerateText(ctx, g, ai.WithPrompt("%s", question),
		ai.WithConfig(&ai.GenerationCommonConfig{Temperature: 0.1})) // want `ai\.WithConfig has no effect, since genkit/ollama does not send it`
}
