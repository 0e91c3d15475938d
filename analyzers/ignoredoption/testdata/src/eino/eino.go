// Package eino calls a model by Eino's adapter of Ollama.
package eino

import (
	"context"

	"github.com/cloudwego/eino-ext/components/model/ollama"
	"github.com/cloudwego/eino/components/model"
	"github.com/cloudwego/eino/schema"
)

func ask(ctx context.Context, m *ollama.ChatModel, in []*schema.Message) (*schema.Message, error) {
	return m.Generate(ctx, in,
		model.WithTemperature(0.5),
		model.WithMaxTokens(100), // want `model\.WithMaxTokens has no effect, since eino-ext/ollama does not send it`
		model.WithTopP(0.9))
}
