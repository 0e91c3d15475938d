package lookup

import (
	"context"
	"errors"
	"fmt"
	"strings"

	openai "github.com/sashabaranov/go-openai"
)

type tool interface {
	Name() string
	Run(context.Context, string) (string, error)
}

func unseen(ctx context.Context, tools map[string]tool, call openai.ToolCall) (string, error) {
	return tools[call.Function.Name].Run(ctx, call.Function.Arguments) // want `tools\[call.Function.Name\] is used without checking`
}

func function(handlers map[string]func(string) string, call openai.ToolCall) string {
	h := handlers[strings.ToLower(call.Function.Name)] // want `is used without checking that the tool exists`
	return h(call.Function.Arguments)
}

func asked(ctx context.Context, tools map[string]tool, call openai.ToolCall) (string, error) {
	t, ok := tools[call.Function.Name]
	if !ok {
		return "", fmt.Errorf("there is no tool %s", call.Function.Name)
	}
	return t.Run(ctx, call.Function.Arguments)
}

func compared(ctx context.Context, tools map[string]tool, call openai.ToolCall) (string, error) {
	t := tools[call.Function.Name]
	if t == nil {
		return "", fmt.Errorf("there is no tool %s", call.Function.Name)
	}
	return t.Run(ctx, call.Function.Arguments)
}

func counted(calls map[string]int, call openai.ToolCall) int { return calls[call.Function.Name] + 1 }

func searched(ctx context.Context, tools []tool, call openai.ToolCall) (string, error) {
	var found tool
	for _, t := range tools {
		if t.Name() == call.Function.Name {
			found = t
			break
		}
	}
	return found.Run(ctx, call.Function.Arguments) // want `found is nil if the model named an unknown tool`
}

func searchedAndAsked(ctx context.Context, tools []tool, call openai.ToolCall) (string, error) {
	var found tool
	for _, t := range tools {
		if t.Name() == call.Function.Name {
			found = t
		}
	}
	if found == nil {
		return "", fmt.Errorf("there is no tool %s", call.Function.Name)
	}
	return found.Run(ctx, call.Function.Arguments)
}

// Who configures the program names what exists.
func configured(ctx context.Context, tools map[string]tool, name string) (string, error) {
	return tools[name].Run(ctx, "")
}

// A flag beside the variable tells that there is such a tool.
func searchedWithFlag(ctx context.Context, tools []tool, call openai.ToolCall) (string, error) {
	var found tool
	var ok bool
	for _, t := range tools {
		if t.Name() == call.Function.Name {
			found = t
			ok = true
			break
		}
	}
	if !ok {
		return "", errors.New("no such tool")
	}
	return found.Run(ctx, call.Function.Arguments)
}

// This flag tells of something else.
func searchedWithOther(ctx context.Context, tools []tool, call openai.ToolCall, loud bool) (string, error) {
	var found tool
	for _, t := range tools {
		if t.Name() == call.Function.Name {
			found = t
			break
		}
	}
	if loud {
		println(call.Function.Name)
	}
	return found.Run(ctx, call.Function.Arguments) // want `found is nil if the model named an unknown tool`
}
