// Anthropic prints the tools of Anthropic's SDK as a model sees them.
package main

import (
	"context"
	"encoding/json"
	"os"
	"time"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/anthropics/anthropic-sdk-go/toolrunner"
)

// Span is nested and embedded.
type Span struct {
	From int `json:"from" jsonschema:"required,description=first day,minimum=1"`
	To   int `json:"to,omitempty"`
}

type bookIn struct {
	Span
	Hotel  string             `json:"hotel" jsonschema:"required,description=name of the hotel"`
	Size   string             `json:"size,omitempty" jsonschema:"enum=small,enum=large"`
	Rooms  []Span             `json:"rooms"`
	Prices map[string]float64 `json:"prices"`
	Until  time.Time          `json:"until"`
	Stay   *Span              `json:"stay"`
	Any    any                `json:"any"`
}

type block = anthropic.BetaToolResultBlockParamContentUnion

func book(context.Context, bookIn) (block, error) { return block{}, nil }

func main() {
	booker, err := toolrunner.NewBetaToolFromJSONSchema("book", "Books a room.", book)
	check(err)
	counter, err := toolrunner.NewBetaToolFromBytes("count", "Counts guests.", []byte(`{"type":"object","properties":{"text":{"type":"string"}},"required":["text"]}`),
		func(context.Context, map[string]any) (block, error) { return block{}, nil })
	check(err)
	lister := toolrunner.NewBetaTool("list", "Lists the rooms.", anthropic.BetaToolInputSchemaParam{
		Properties: map[string]any{"floor": map[string]any{"type": "integer", "minimum": 0}}, Required: []string{"floor"},
	}, func(context.Context, Span) (block, error) { return block{}, nil })
	enc := json.NewEncoder(os.Stdout)
	for _, t := range []anthropic.BetaTool{booker, counter, lister} {
		check(enc.Encode(map[string]any{"name": t.Name(), "description": t.Description(), "schema": t.InputSchema()}))
	}
	plain := anthropic.ToolParam{Name: "greet", Description: anthropic.String("Greets a guest."), InputSchema: anthropic.ToolInputSchemaParam{
		Properties: map[string]any{"name": map[string]any{"type": "string"}}, Required: []string{"name"},
	}}
	check(enc.Encode(map[string]any{"name": plain.Name, "description": plain.Description.Value, "schema": plain.InputSchema}))
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
