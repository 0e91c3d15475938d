package bad

import (
	"encoding/json"

	openai "github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

func Tell(call *genai.FunctionCall, run func(map[string]any) (map[string]any, error)) *genai.Part {
	got, err := run(call.Args)
	if err != nil {
		got = map[string]any{"failed": err} // want `the error under "failed" is encoded as \{\}`
	}
	return genai.NewPartFromFunctionResponse(call.Name, got)
}

type report struct {
	Output string `json:"output"`
	Reason error  `json:"reason"`
}

func Answer(id, out string, err error) (openai.ChatCompletionMessage, error) {
	data, fail := json.Marshal(report{out, err}) // want `the error in field Reason is encoded as \{\}`
	return openai.ChatCompletionMessage{Role: openai.ChatMessageRoleTool, ToolCallID: id, Content: string(data)}, fail
}
