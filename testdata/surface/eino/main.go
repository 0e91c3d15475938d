// Eino prints the tools of eino as a model sees them.
package main

import (
	"context"
	"encoding/json"
	"os"
	"time"

	"github.com/cloudwego/eino/components/tool"
	"github.com/cloudwego/eino/components/tool/utils"
	"github.com/cloudwego/eino/schema"
)

// Span is nested and embedded.
type Span struct {
	From int `json:"from" jsonschema:"description=first day,minimum=1"`
	To   int `json:"to,omitempty"`
}

type bookIn struct {
	Span
	Hotel  string             `json:"hotel" jsonschema:"required" jsonschema_description:"name of the hotel, as on its sign"`
	Size   string             `json:"size,omitempty" jsonschema:"enum=small,enum=large"`
	Rooms  []Span             `json:"rooms"`
	Prices map[string]float64 `json:"prices,omitempty"`
	Until  time.Time          `json:"until"`
	Stay   *Span              `json:"stay,omitempty"`
	Any    any                `json:"any"`
	Small  uint8
}

func book(_ context.Context, in *bookIn) (string, error) { return in.Hotel, nil }

func greet(_ context.Context, in Span, _ ...tool.Option) (string, error) { return "", nil }

type lister struct{}

func (lister) Info(context.Context) (*schema.ToolInfo, error) {
	return &schema.ToolInfo{Name: "list", Desc: "Lists the rooms.", ParamsOneOf: schema.NewParamsOneOfByParams(map[string]*schema.ParameterInfo{
		"floor": {Type: schema.Integer, Desc: "floor, from 0", Required: true},
		"kinds": {Type: schema.Array, ElemInfo: &schema.ParameterInfo{Type: schema.String, Enum: []string{"single", "double"}}},
		"where": {Type: schema.Object, SubParams: map[string]*schema.ParameterInfo{"wing": {Type: schema.String}}},
	})}, nil
}

func (lister) InvokableRun(context.Context, string, ...tool.Option) (string, error) { return "", nil }

func main() {
	booker, err := utils.InferTool("book", "Books a room.", book)
	check(err)
	greeter, err := utils.InferOptionableTool("greet", "Greets a guest.", greet)
	check(err)
	counter := utils.NewTool(&schema.ToolInfo{Name: "count", Desc: "Counts guests."}, func(context.Context, *Span) (int, error) { return 0, nil })
	enc := json.NewEncoder(os.Stdout)
	for _, t := range []tool.BaseTool{booker, greeter, counter, lister{}} {
		info, err := t.Info(context.Background())
		check(err)
		s, err := info.ParamsOneOf.ToJSONSchema()
		check(err)
		check(enc.Encode(map[string]any{"name": info.Name, "description": info.Desc, "schema": s}))
	}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
