// Package sent calls a model by Genkit's plugin for Gemini, which sends these options.
package sent

import (
	"context"

	"github.com/firebase/genkit/go/ai"
	"github.com/firebase/genkit/go/genkit"
	"github.com/firebase/genkit/go/plugins/googlegenai"
)

func ask(ctx context.Context, question string) (string, error) {
	g := genkit.Init(ctx, &googlegenai.GoogleAI{APIKey: "key"})
	return genkit.GenerateText(ctx, g, ai.WithPrompt("%s", question),
		ai.WithConfig(&ai.GenerationCommonConfig{Temperature: 0.1}), ai.WithToolChoice(ai.ToolChoiceRequired))
}
