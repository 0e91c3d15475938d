package good

import (
	"context"

	"charm.land/fantasy"
)

func Do(ctx context.Context, m fantasy.LanguageModel, tools []fantasy.AgentTool, task string) (*fantasy.AgentResult, error) {
	return fantasy.NewAgent(m, fantasy.WithTools(tools...), fantasy.WithStopConditions(fantasy.StepCountIs(9))).Generate(ctx, fantasy.AgentCall{Prompt: task})
}
