package decode

import (
	"context"
	"encoding/json"
	"fmt"

	openai "github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

type params struct{ Query string }

func dropped(call openai.ToolCall) params {
	var p params
	_ = json.Unmarshal([]byte(call.Function.Arguments), &p) // want `decoding error of tool arguments from Unmarshal is discarded`
	return p
}

func checked(call openai.ToolCall) (params, error) {
	var p params
	err := json.Unmarshal([]byte(call.Function.Arguments), &p)
	return p, err
}

// What the decoded value only labels may stay empty.
func label(call openai.ToolCall) string {
	var p params
	json.Unmarshal([]byte(call.Function.Arguments), &p)
	return fmt.Sprintf("searching for %s", p.Query)
}

func worked(ctx context.Context, call openai.ToolCall, search func(context.Context, string) string) string {
	var p params
	json.Unmarshal([]byte(call.Function.Arguments), &p) // want `decoding error of tool arguments from Unmarshal is discarded`
	return search(ctx, p.Query)
}

func must(data string) params {
	var p params
	if err := json.Unmarshal([]byte(data), &p); err != nil {
		panic(err) // want `this panics if Unmarshal cannot decode the tool arguments`
	}
	return p
}

func caller(resp openai.ChatCompletionMessage) params {
	return must(resp.ToolCalls[0].Function.Arguments)
}

// Configuration is not from a model.
func config(data string) params {
	var p params
	if err := json.Unmarshal([]byte(data), &p); err != nil {
		panic(err)
	}
	return p
}

// toolCall is a home-made tool call.
type toolCall struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Input string `json:"input"`
}

func parse(text string) (map[string]any, error) {
	var out map[string]any
	err := json.Unmarshal([]byte(text), &out)
	return out, err
}

func history(call toolCall) genai.FunctionCall {
	args, _ := parse(call.Input) // want `decoding error of tool arguments from parse is discarded`
	return genai.FunctionCall{Name: call.Name, Args: args}
}

func written(call toolCall) (map[string]any, error) {
	var args map[string]any
	if err := json.Unmarshal([]byte(call.Input), &args); err != nil {
		return nil, err
	}
	args["session"] = "one" // want `this write panics if the tool arguments are null`
	return args, nil
}

func made(call toolCall) (map[string]any, error) {
	var args map[string]any
	if err := json.Unmarshal([]byte(call.Input), &args); err != nil {
		return nil, err
	}
	if args == nil {
		args = map[string]any{}
	}
	args["session"] = "one"
	return args, nil
}

// A record has an input too, among much else.
type record struct {
	ID, Name, Input, Owner, Created, State string
}

func load(r record) params {
	var p params
	json.Unmarshal([]byte(r.Input), &p)
	return p
}
