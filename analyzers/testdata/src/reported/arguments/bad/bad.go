package bad

import (
	"encoding/json"
	"strings"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/openai/openai-go/v3"
)

type Order struct {
	Tool string
	With map[string]any
}

func order(tool string, with map[string]any) Order { return Order{tool, with} }

func Whole(m openai.ChatCompletionMessage) (all []Order) {
	for _, call := range m.ToolCalls {
		with := map[string]any{}
		_ = json.Unmarshal([]byte(call.Function.Arguments), &with) // want `decoding error of tool arguments from Unmarshal is discarded`
		all = append(all, order(call.Function.Name, with))
	}
	return all
}

func Field(m *anthropic.Message) (all []*Order) {
	for _, b := range m.Content {
		if b.Type == "tool_use" {
			o := &Order{Tool: b.Name}
			json.Unmarshal(b.Input, &o.With) // want `decoding error of tool arguments from Unmarshal is discarded`
			all = append(all, o)
		}
	}
	return all
}

type parts struct{ text strings.Builder }

func (p *parts) add(e anthropic.MessageStreamEventUnion) { p.text.WriteString(e.Delta.PartialJSON) }

func (p *parts) done(tool string) Order {
	var with map[string]any
	if s := p.text.String(); s != "" {
		_ = json.Unmarshal([]byte(s), &with) // want `decoding error of tool arguments from Unmarshal is discarded`
	}
	return Order{tool, with}
}

type reply struct {
	Calls []struct {
		Name      string `json:"name"`
		Arguments string `json:"arguments"`
	} `json:"calls"`
}

func Own(r reply) (all []Order) {
	for _, c := range r.Calls {
		with := map[string]any{}
		if err := json.Unmarshal([]byte(c.Arguments), &with); err == nil { // want `decoding error of tool arguments from Unmarshal is discarded`
			with["checked"] = true
		}
		all = append(all, Order{c.Name, with})
	}
	return all
}
