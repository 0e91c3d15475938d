// Package parts puts tool arguments together, and decodes them in several ways.
package parts

import (
	"encoding/json"
	"log"
	"strings"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/openai/openai-go/v3"
)

type step struct {
	Name string
	Args map[string]any
}

type open struct {
	name string
	json strings.Builder
}

func streamed(events []anthropic.MessageStreamEventUnion) (steps []step) {
	calls := map[int64]*open{}
	for _, e := range events {
		switch e.Type {
		case "content_block_start":
			calls[e.Index] = &open{name: e.Message.ID}
		case "content_block_delta":
			calls[e.Index].json.WriteString(e.Delta.PartialJSON)
		case "content_block_stop":
			var args map[string]any
			_ = json.Unmarshal([]byte(calls[e.Index].json.String()), &args) // want `decoding error of tool arguments from Unmarshal is discarded`
			steps = append(steps, step{calls[e.Index].name, args})
		}
	}
	return steps
}

func whole(m openai.ChatCompletionMessage) (steps []*step) {
	for _, call := range m.ToolCalls {
		s := &step{Name: call.Function.Name}
		_ = json.Unmarshal([]byte(call.Function.Arguments), &s.Args) // want `decoding error of tool arguments from Unmarshal is discarded`
		steps = append(steps, s)
	}
	return steps
}

func newStep(name string, args map[string]any) *step { return &step{name, args} }

func maker(call openai.ChatCompletionMessageToolCallUnion) *step {
	var args map[string]any
	_ = json.Unmarshal([]byte(call.Function.Arguments), &args) // want `decoding error of tool arguments from Unmarshal is discarded`
	return newStep(call.Function.Name, args)
}

func field(call openai.ChatCompletionMessageToolCallUnion) string {
	var s step
	_ = json.Unmarshal([]byte(call.Function.Arguments), &s.Args)
	log.Println(s.Args["q"])
	return s.Name
}

func noElse(call openai.ChatCompletionMessageToolCallUnion) *step {
	args := map[string]any{}
	if err := json.Unmarshal([]byte(call.Function.Arguments), &args); err == nil { // want `decoding error of tool arguments from Unmarshal is discarded`
		args["seen"] = true
	}
	return newStep(call.Function.Name, args)
}

func onlyRight(call openai.ChatCompletionMessageToolCallUnion) (out *step) {
	args := map[string]any{}
	if err := json.Unmarshal([]byte(call.Function.Arguments), &args); err == nil {
		out = newStep(call.Function.Name, args)
	}
	return out
}

func elsewhere(call openai.ChatCompletionMessageToolCallUnion) *step {
	args := map[string]any{}
	if err := json.Unmarshal([]byte(call.Function.Arguments), &args); err != nil {
		args = map[string]any{"error": err.Error()}
	}
	return newStep(call.Function.Name, args)
}

type answer struct {
	Calls []struct {
		Function struct {
			Name      string `json:"name"`
			Arguments string `json:"arguments"`
		} `json:"function"`
	} `json:"tool_calls"`
}

func unnamed(a answer) (steps []step) {
	for _, c := range a.Calls {
		var args map[string]any
		_ = json.Unmarshal([]byte(c.Function.Arguments), &args) // want `decoding error of tool arguments from Unmarshal is discarded`
		steps = append(steps, step{c.Function.Name, args})
	}
	return steps
}
