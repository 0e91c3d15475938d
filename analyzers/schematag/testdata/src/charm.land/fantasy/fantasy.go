// Package fantasy has what the tests need of the framework.
package fantasy

import "context"

type (
	AgentTool    interface{ Name() string }
	ToolCall     struct{ Input string }
	ToolResponse struct{ Content string }
)

func NewAgentTool[TInput any](name, description string, fn func(ctx context.Context, input TInput, call ToolCall) (ToolResponse, error)) AgentTool {
	return nil
}
