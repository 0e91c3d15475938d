// Package einogemini calls a model by Eino's adapter of Gemini.
package einogemini

import (
	"context"

	"github.com/cloudwego/eino-ext/components/model/gemini"
	"github.com/cloudwego/eino/components/model"
	"github.com/cloudwego/eino/schema"
)

func ask(ctx context.Context, m *gemini.ChatModel, in []*schema.Message) (*schema.Message, error) {
	return m.Generate(ctx, in,
		model.WithMaxTokens(100),
		model.WithStop([]string{"\n"})) // want `model\.WithStop has no effect, since eino-ext/gemini does not send it`
}
