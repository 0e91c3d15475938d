// Package raw reads tool arguments in the forms in which SDKs keep them.
package raw

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/anthropics/anthropic-sdk-go/v2"
	"github.com/ollama/ollama/api"
	openai "github.com/sashabaranov/go-openai"
)

type params struct{ Path string }

func unparsed(b anthropic.ToolUseBlock) params {
	var p params
	_ = json.Unmarshal([]byte(b.JSON.Input.Raw()), &p) // want `decoding error of tool arguments from Unmarshal is discarded`
	return p
}

// The SDK has decoded the answer, so these are valid, and any object fits into a map.
func parsed(b anthropic.ToolUseBlock, keep func(context.Context, map[string]any)) {
	var m map[string]any
	_ = json.Unmarshal(b.Input, &m)
	keep(context.Background(), m)
	var n map[string]any
	_ = json.Unmarshal([]byte(b.JSON.Input.Raw()), &n)
	keep(context.Background(), n)
	keep(context.Background(), object(b.Input))
}

func object(raw json.RawMessage) map[string]any {
	var m map[string]any
	if err := json.Unmarshal(raw, &m); err != nil {
		return nil
	}
	return m
}

// Entries of a struct can be of another type.
func typed(b anthropic.ToolUseBlock) params {
	var p params
	_ = json.Unmarshal(b.Input, &p) // want `decoding error of tool arguments from Unmarshal is discarded`
	return p
}

// Text of the model became JSON only by name.
func named(b anthropic.ToolUseBlock, call openai.ToolCall, other bool) map[string]any {
	raw := b.Input
	if other {
		raw = json.RawMessage(call.Function.Arguments)
	}
	var m map[string]any
	_ = json.Unmarshal(raw, &m) // want `decoding error of tool arguments from Unmarshal is discarded`
	return m
}

func name(b anthropic.ToolUseBlock) params {
	var p params
	_ = json.Unmarshal([]byte(b.JSON.ID.Raw()), &p)
	return p
}

func decoder(call openai.ToolCall) params {
	var p params
	json.NewDecoder(strings.NewReader(call.Function.Arguments)).Decode(&p) // want `decoding error of tool arguments from Decode is discarded`
	return p
}

func other(text string) params {
	var p params
	json.NewDecoder(strings.NewReader(text)).Decode(&p)
	return p
}

func ordered(call api.ToolCall) string {
	path, ok := call.Function.Arguments.Get("path")
	if !ok {
		return ""
	}
	return path.(string) // want `path.\(string\) panics if the model sends another type`
}
