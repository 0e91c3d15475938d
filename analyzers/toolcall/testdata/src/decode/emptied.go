package decode

import (
	"encoding/json"
	"log"

	openai "github.com/sashabaranov/go-openai"
)

type use struct {
	name string
	args map[string]any
}

func emptied(calls []openai.ToolCall) (out []use) {
	for _, c := range calls {
		u := use{name: c.Function.Name}
		if err := json.Unmarshal([]byte(c.Function.Arguments), &u.args); err != nil { // want `decoding error of tool arguments from Unmarshal is discarded`
			u.args = map[string]any{}
		}
		out = append(out, u)
	}
	return out
}

func logged(calls []openai.ToolCall) (out []use) {
	for _, c := range calls {
		args := map[string]any{}
		if err := json.Unmarshal([]byte(c.Function.Arguments), &args); err != nil { // want `decoding error of tool arguments from Unmarshal is discarded`
			log.Println(err)
			args = nil
		}
		out = append(out, use{c.Function.Name, args})
	}
	return out
}

func toldInstead(calls []openai.ToolCall) (out []use) {
	for _, c := range calls {
		u := use{name: c.Function.Name}
		if err := json.Unmarshal([]byte(c.Function.Arguments), &u.args); err != nil {
			u.args = map[string]any{"error": err.Error()}
		}
		out = append(out, u)
	}
	return out
}
