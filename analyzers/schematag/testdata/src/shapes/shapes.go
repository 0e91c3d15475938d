// Package shapes has fields whose schema and whose JSON do not agree.
package shapes

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/netip"
	"time"

	"charm.land/fantasy"
	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/sashabaranov/go-openai/jsonschema"
)

type ping struct {
	Addr  netip.Addr      `json:"addr"`          // want `the type of Addr is written as text, but its schema follows its structure`
	Body  []byte          `json:"body"`          // want `the type of Body is a list of numbers in the schema, but encoding/json writes it as base64`
	Extra json.RawMessage `json:"extra"`         // want `the type of Extra is a list of numbers in the schema, so other JSON is refused`
	Count int             `json:"count,string"`  // want `the tag of Count makes encoding/json expect a text where the schema has a number`
	Until time.Time       `json:"until"`
	Level slog.Level      `json:"level"`
	Kind  kind            `json:"kind"`
	Note  string          `json:"note,omitempty"`
	id    netip.Addr
}

// A kind is a text in the schema too.
type kind string

func (k kind) MarshalText() ([]byte, error)     { return []byte(k), nil }
func (k *kind) UnmarshalText(text []byte) error { *k = kind(text); return nil }

type pong struct {
	From netip.AddrPort `json:"from"` // want `the type of From is written as text`
}

type base struct {
	City string `json:"city"`
}

type query struct {
	base
	Days  int    `json:"days,omitzero"`           // want `the tag of Days names the property "days,omitzero"`
	Unit  string `json:"unit,omitempty"`
	Level int    `json:"level" enum:"1,2"`        // want `the tag of Level lists the values as texts`
	Sort  string `json:"sort" enum:"up,down"`
	Text  string `json:"text" jsonschema:"description=What to look for"` // want `the tag of Text is ignored`
}

type Base struct {
	Zip string `json:"zip"`
}

type embedding struct {
	Base // want `the type of Base becomes an object of its own in the schema`
}

type search struct {
	Query      string
	MaxResults int // want `the name of MaxResults is "max_results" in the schema and "MaxResults" for encoding/json`
	PageSize   int `json:"page_size"`
	hidden     int
}

func Register(s *mcp.Server) {
	mcp.AddTool(s, &mcp.Tool{Name: "ping", Description: "Sends back what it gets."}, func(context.Context, *mcp.CallToolRequest, ping) (*mcp.CallToolResult, pong, error) {
		return nil, pong{}, nil
	})
	jsonschema.GenerateSchemaForType(query{})
	jsonschema.GenerateSchemaForType(embedding{})
	fantasy.NewAgentTool("search", "looks something up", func(context.Context, search, fantasy.ToolCall) (fantasy.ToolResponse, error) {
		return fantasy.ToolResponse{}, nil
	})
}
