package bounded

import (
	"context"

	"charm.land/fantasy"
)

func ask(ctx context.Context, m fantasy.LanguageModel, q string) (*fantasy.AgentResult, error) {
	a := fantasy.NewAgent(m)
	return a.Generate(ctx, fantasy.AgentCall{Prompt: q, StopWhen: []fantasy.StopCondition{fantasy.StepCountIs(8)}})
}
