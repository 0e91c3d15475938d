// Package choicesread reads all blocks of an answer.
package choicesread

import (
	"context"

	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/anthropic"
)

func calls(ctx context.Context, messages []llms.MessageContent) (out []llms.ToolCall, err error) {
	m, err := anthropic.New()
	if err != nil {
		return nil, err
	}
	r, err := m.GenerateContent(ctx, messages)
	if err != nil || len(r.Choices) == 0 {
		return nil, err
	}
	out = r.Choices[0].ToolCalls
	for _, c := range r.Choices[1:] {
		out = append(out, c.ToolCalls...)
	}
	return out, nil
}
