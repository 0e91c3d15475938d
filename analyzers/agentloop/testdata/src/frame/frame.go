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

func appended(m fantasy.LanguageModel, tools []fantasy.AgentTool, more []fantasy.AgentOption) (a, b fantasy.Agent) {
	var opts []fantasy.AgentOption
	if len(tools) > 0 {
		opts = append(opts, fantasy.WithTools(tools...))
	}
	a = fantasy.NewAgent(m, opts...) // want `agent created by fantasy.NewAgent has no limit`
	return a, fantasy.NewAgent(m, append(opts, more...)...)
}
