// Package fantasy stands in for the framework.
package fantasy

import "context"

type LanguageModel interface{ Model() string }

type Agent interface {
	Generate(ctx context.Context, call AgentCall) (*AgentResult, error)
}

type (
	AgentCall struct {
		Prompt   string
		StopWhen []StopCondition
	}
	AgentResult   struct{ Text string }
	AgentTool     interface{ Name() string }
	AgentOption   func(*int)
	StopCondition func(int) bool
)

func NewAgent(model LanguageModel, opts ...AgentOption) Agent    { return nil }
func WithTools(tools ...AgentTool) AgentOption                   { return nil }
func WithStopConditions(conditions ...StopCondition) AgentOption { return nil }
func StepCountIs(n int) StopCondition                            { return nil }
