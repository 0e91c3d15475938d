package engines

import (
	"encoding/json"

	openai "github.com/sashabaranov/go-openai"
)

func result(s source) openai.ChatCompletionMessage {
	b, _ := json.Marshal(s) // want `Marshal of encoding/json escapes`
	return openai.ChatCompletionMessage{Role: openai.ChatMessageRoleTool, Content: string(b)}
}
