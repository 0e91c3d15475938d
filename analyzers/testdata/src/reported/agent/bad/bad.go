package bad

import (
	"context"

	"charm.land/fantasy"
)

func Do(ctx context.Context, m fantasy.LanguageModel, tools []fantasy.AgentTool, task string) (*fantasy.AgentResult, error) {
	return fantasy.NewAgent(m, fantasy.WithTools(tools...)).Generate(ctx, fantasy.AgentCall{Prompt: task}) // want `has no limit except the model's own decision to stop`
}
