package lookup

import (
	"context"
	"errors"

	openai "github.com/sashabaranov/go-openai"
)

// What is searched for is no name that a model gave.
func searchedByConfig(ctx context.Context, tools []tool, name string) (string, error) {
	var found tool
	for _, t := range tools {
		if t.Name() == name {
			found = t
			break
		}
	}
	return found.Run(ctx, "")
}

func searchedBy(ctx context.Context, tools []tool, fits func(tool) bool) (string, error) {
	var found tool
	for _, t := range tools {
		if fits(t) {
			found = t
			break
		}
	}
	return found.Run(ctx, "")
}

type registry struct{ tools map[string]tool }

// The tool was found to be there above.
func (r *registry) found(ctx context.Context, call openai.ToolCall) (string, error) {
	if _, ok := r.tools[call.Function.Name]; !ok {
		return "", errors.New("unknown tool")
	}
	if call.Function.Arguments == "" {
		return "", errors.New("no arguments")
	}
	return r.tools[call.Function.Name].Run(ctx, call.Function.Arguments)
}

func (r *registry) foundByOther(ctx context.Context, call openai.ToolCall, other string) (string, error) {
	if _, ok := r.tools[other]; !ok {
		return "", errors.New("unknown tool")
	}
	return r.tools[call.Function.Name].Run(ctx, call.Function.Arguments) // want `is used without checking`
}

func (r *registry) foundAndIgnored(ctx context.Context, call openai.ToolCall) (string, error) {
	if _, ok := r.tools[call.Function.Name]; !ok {
		println("unknown tool")
	}
	return r.tools[call.Function.Name].Run(ctx, call.Function.Arguments) // want `is used without checking`
}
