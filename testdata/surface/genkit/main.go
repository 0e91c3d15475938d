// Genkit prints the tools of genkit as a model sees them.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"github.com/firebase/genkit/go/ai"
	"github.com/firebase/genkit/go/genkit"
)

// Span is nested and embedded.
type Span struct {
	From int `json:"from" jsonschema_description:"first day, from 1"`
	To   int `json:"to,omitempty" jsonschema:"minimum=1,maximum=31"`
}

type bookIn struct {
	Span
	Hotel  string             `json:"hotel" jsonschema:"description=name of the hotel,minLength=2"`
	Size   string             `json:"size,omitempty" jsonschema:"enum=small,enum=large,default=small"`
	Rooms  []Span             `json:"rooms"`
	Guests []string           `json:"guests,omitempty"`
	Prices map[string]float64 `json:"prices,omitempty"`
	Until  time.Time          `json:"until"`
	Stay   *Span              `json:"stay,omitempty"`
	Raw    json.RawMessage    `json:"raw,omitempty"`
	Data   []byte             `json:"data,omitempty"`
	Any    any                `json:"any"`
	Small  uint8
	hidden int
	Gone   string `json:"-"`
}

func book(_ *ai.ToolContext, in bookIn) (string, error) { return in.Hotel, nil }

type definer interface{ Definition() *ai.ToolDefinition }

func main() {
	g := genkit.Init(context.Background())
	tools := []definer{
		genkit.DefineTool(g, "book", "Books a room.", book),
		genkit.DefineTool(g, "greet", "Greets by name.", func(_ *ai.ToolContext, name string) (string, error) { return "Hello " + name, nil }),
		genkit.DefineToolWithInputSchema(g, "count", "Counts words.", map[string]any{
			"type": "object", "properties": map[string]any{"text": map[string]any{"type": "string"}}, "required": []string{"text"},
		}, func(_ *ai.ToolContext, in any) (int, error) { return len(fmt.Sprint(in)), nil }),
		ai.NewTool("list", "Lists the rooms.", func(*ai.ToolContext, struct{}) ([]string, error) { return nil, nil }),
	}
	enc := json.NewEncoder(os.Stdout)
	for _, t := range tools {
		d := t.Definition()
		if err := enc.Encode(map[string]any{"name": d.Name, "description": d.Description, "schema": d.InputSchema}); err != nil {
			panic(err)
		}
	}
}
