// Fantasy prints the tools of fantasy as a model sees them.
package main

import (
	"context"
	"encoding/json"
	"os"
	"time"

	"charm.land/fantasy"
)

// Span is nested and embedded.
type Span struct {
	From int `json:"from" description:"first day, from 1"`
	To   int `json:"to,omitempty"`
}

type bookIn struct {
	Span
	Hotel  string             `json:"hotel" description:"name of the hotel"`
	Size   string             `json:"size,omitempty" enum:"small, large"`
	Rooms  []Span             `json:"rooms"`
	Prices map[string]float64 `json:"prices,omitempty"`
	Counts map[int]string     `json:"counts,omitzero"`
	Until  time.Time          `json:"until"`
	Stay   *Span              `json:"stay,omitempty"`
	Any    any                `json:"any"`
	Small  uint8
	RoomID string `json:",omitempty"`
	Gone   string `json:"-"`
}

func book(context.Context, bookIn, fantasy.ToolCall) (fantasy.ToolResponse, error) {
	return fantasy.ToolResponse{}, nil
}

func main() {
	enc := json.NewEncoder(os.Stdout)
	for _, t := range []fantasy.AgentTool{
		fantasy.NewAgentTool("book", "Books a room.", book),
		fantasy.NewParallelAgentTool("greet", "Greets a guest.", func(context.Context, Span, fantasy.ToolCall) (fantasy.ToolResponse, error) {
			return fantasy.ToolResponse{}, nil
		}),
	} {
		info := t.Info()
		schema := map[string]any{"type": "object", "properties": info.Parameters}
		if len(info.Required) > 0 {
			schema["required"] = info.Required
		}
		if err := enc.Encode(map[string]any{"name": info.Name, "description": info.Description, "schema": schema}); err != nil {
			panic(err)
		}
	}
}
