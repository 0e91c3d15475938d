// Package choices reads the first block of an answer.
package choices

import (
	"context"

	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/anthropic"
)

func calls(ctx context.Context, messages []llms.MessageContent) ([]llms.ToolCall, error) {
	m, err := anthropic.New()
	if err != nil {
		return nil, err
	}
	r, err := m.GenerateContent(ctx, messages)
	if err != nil || len(r.Choices) == 0 {
		return nil, err
	}
	first := r.Choices[0]
	return first.ToolCalls, nil // want `first\.ToolCalls misses tool calls: the adapter makes a choice of each block, so text comes first`
}
