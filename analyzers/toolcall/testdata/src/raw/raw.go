// Package raw reads tool arguments in the forms in which SDKs keep them.
package raw

import (
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
