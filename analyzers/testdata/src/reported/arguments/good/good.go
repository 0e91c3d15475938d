package good

import (
	"encoding/json"

	"github.com/anthropics/anthropic-sdk-go"
)

type Order struct {
	Tool   string
	With   map[string]any
	Refuse string
}

func Field(m *anthropic.Message) (all []*Order) {
	for _, b := range m.Content {
		if b.Type == "tool_use" {
			o := &Order{Tool: b.Name}
			if err := json.Unmarshal(b.Input, &o.With); err != nil {
				o.Refuse = "arguments: " + err.Error()
			}
			all = append(all, o)
		}
	}
	return all
}
