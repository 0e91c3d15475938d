package asserts

import (
	"encoding/json"

	openai "github.com/sashabaranov/go-openai"
)

type visit struct{ addr uintptr }

// A copy remembers what it has seen: what it finds there, it has put there.
func copied(v any, seen map[visit]any) any {
	m, ok := v.(map[string]any)
	if !ok {
		return v
	}
	key := visit{uintptr(len(m))}
	if known, ok := seen[key]; ok {
		return known.(map[string]any)
	}
	out := map[string]any{}
	seen[key] = out
	for k, e := range m {
		out[k] = copied(e, seen)
	}
	return out
}

func copies(call openai.ToolCall) map[string]any {
	var args map[string]any
	if json.Unmarshal([]byte(call.Function.Arguments), &args) != nil {
		return nil
	}
	return copied(args, map[visit]any{}).(map[string]any)
}
