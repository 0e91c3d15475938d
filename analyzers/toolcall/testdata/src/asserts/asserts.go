// Package asserts asserts the types of tool arguments.
package asserts

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/mark3labs/mcp-go/mcp"
	openai "github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

func all(ctx context.Context, req mcp.CallToolRequest) (string, error) {
	in := req.Params.Arguments.(map[string]any) // want `req.Params.Arguments.\(map\[string\]any\) panics if the model`
	path, _ := in["path"].(string)
	return path, nil
}

func present(req mcp.CallToolRequest) string {
	v, ok := req.GetArguments()["id"]
	if !ok || v == nil {
		return ""
	}
	return v.(string) // want `v.\(string\) panics if the model`
}

func decoded(call openai.ToolCall) (string, error) {
	var in map[string]any
	if err := json.Unmarshal([]byte(call.Function.Arguments), &in); err != nil {
		return "", err
	}
	return lookup(in["place"].(string), in["n"].(float64)), nil // want `in\["place"\].\(string\) panics if the model`
}

func lookup(place string, n float64) string { return place }

func handed(call *genai.FunctionCall) string { return helper(call.Args) }

func helper(in map[string]any) string {
	return in["text"].(string) // want `in\["text"\].\(string\) panics`
}

func nested(call *genai.FunctionCall) (out []string) {
	list, ok := call.Args["items"].([]any)
	if !ok {
		return nil
	}
	for _, item := range list {
		out = append(out, item.(string)) // want `item.\(string\) panics`
	}
	return out
}

func twoValues(call *genai.FunctionCall) (string, error) {
	if _, ok := call.Args["text"].(string); !ok {
		return "", errors.New("text is missing")
	}
	switch n := call.Args["n"].(type) {
	case string:
		return n, nil
	}
	return call.Args["text"].(string), nil
}

func recovered(call *genai.FunctionCall) (out string, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("bad arguments: %v", p)
		}
	}()
	return call.Args["text"].(string), nil
}

func validate(in map[string]any) error {
	if _, ok := in["text"].(string); !ok {
		return errors.New("text")
	}
	return nil
}

func checked(call *genai.FunctionCall) (string, error) {
	if err := validate(call.Args); err != nil {
		return "", err
	}
	return call.Args["text"].(string), nil
}

// What the program itself puts into a map has the type that it has.
func own(call *genai.FunctionCall) string {
	m := map[string]any{"args": call.Args, "name": call.Name}
	return m["name"].(string)
}

type stream interface{ Next() any }

// No JSON decodes to such a type: what a program put in the place of an argument is expected.
func placed(call *genai.FunctionCall) (any, *stream) {
	var v any = call.Args["input"]
	return v.(stream).Next(), call.Args["state"].(*stream)
}
