package frame

import (
	"context"

	"charm.land/fantasy"
)

func open(ctx context.Context, m fantasy.LanguageModel, tools []fantasy.AgentTool, q string) (*fantasy.AgentResult, error) {
	a := fantasy.NewAgent(m, fantasy.WithTools(tools...)) // want `agent created by fantasy.NewAgent has no limit`
	return a.Generate(ctx, fantasy.AgentCall{Prompt: q})
}

func given(m fantasy.LanguageModel, opts []fantasy.AgentOption) fantasy.Agent {
	return fantasy.NewAgent(m, opts...)
}
