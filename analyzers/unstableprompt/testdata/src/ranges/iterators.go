package ranges

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/ollama/ollama/api"
	"github.com/sashabaranov/go-openai"
)

type described struct{ Name, Text string }

func values(known map[string]described) []openai.Tool {
	var list []openai.Tool
	for d := range maps.Values(known) { // want `prompt text in values is built in the order of the map maps.Values\(known\)`
		list = append(list, openai.Tool{Function: &openai.FunctionDefinition{Name: d.Name, Description: d.Text}})
	}
	return list
}

func valuesSorted(known map[string]described) []openai.Tool {
	var list []openai.Tool
	for d := range maps.Values(known) {
		list = append(list, openai.Tool{Function: &openai.FunctionDefinition{Name: d.Name, Description: d.Text}})
	}
	slices.SortFunc(list, func(a, b openai.Tool) int { return strings.Compare(a.Function.Name, b.Function.Name) })
	return list
}

func collectedList(known map[string]described) []api.Tool {
	var list []api.Tool
	for _, d := range slices.Collect(maps.Values(known)) { // want `prompt text in collectedList is built in the order of the map slices.Collect`
		list = append(list, api.Tool{Function: api.ToolFunction{Name: d.Name, Description: d.Text}})
	}
	return list
}

func collectedSorted(known map[string]described) []api.Tool {
	names := slices.Collect(maps.Keys(known))
	slices.Sort(names)
	var list []api.Tool
	for _, n := range names {
		list = append(list, api.Tool{Function: api.ToolFunction{Name: n, Description: known[n].Text}})
	}
	return list
}

func keysSorted(known map[string]described) []api.Tool {
	var list []api.Tool
	for _, n := range slices.Sorted(maps.Keys(known)) {
		list = append(list, api.Tool{Function: api.ToolFunction{Name: n, Description: known[n].Text}})
	}
	return list
}

// The caller sorts.
func unsorted(known map[string]described) []api.Tool {
	var list []api.Tool
	for n, d := range known {
		list = append(list, api.Tool{Function: api.ToolFunction{Name: n, Description: d.Text}})
	}
	return list
}

func Send(ctx context.Context, c *api.Client, known map[string]described) error {
	tools := unsorted(known)
	slices.SortFunc(tools, func(a, b api.Tool) int { return strings.Compare(a.Function.Name, b.Function.Name) })
	return c.Chat(ctx, &api.ChatRequest{Tools: tools}, nil)
}

func text(ctx context.Context, c *openai.Client, facts map[string]string) {
	var b strings.Builder
	for k, v := range maps.All(facts) { // want `prompt text in text is built in the order of the map maps.All\(facts\)`
		b.WriteString(k + ": " + v + "\n")
	}
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: "user", Content: b.String()}}})
}
