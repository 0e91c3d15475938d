// Official is a server of the Model Context Protocol by the official SDK, whose tools show what the reflector makes of types.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"time"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// Range is embedded and nested.
type Range struct {
	From int `json:"from" jsonschema:"first line, from 1"`
	To   int `json:"to,omitempty" jsonschema:"last line; the end if it is left out"`
}

type readIn struct {
	Path  string   `json:"path" jsonschema:"file to read, relative to the folder"`
	Lines *Range   `json:"lines,omitempty"`
	Tags  []string `json:"tags"`
	Range
	Since   time.Time          `json:"since,omitzero"`
	Weights map[string]float64 `json:"weights,omitempty"`
	Raw     json.RawMessage    `json:"raw,omitempty"`
	Small   uint8              `json:"small"`
	Pair    [2]bool            `json:"pair"`
	Any     any                `json:"any,omitempty"`
	hidden  int
	Skipped string `json:"-"`
	Plain   string
}

// Level has a form of its own in JSON, which the reflector does not look at.
type Level string

func (l Level) MarshalText() ([]byte, error) { return []byte(l), nil }

// Address is nested, in lists, in maps and behind pointers.
type Address struct {
	Street string   `json:"street" jsonschema:"street, with the number of the house"`
	Lines  []*Range `json:"lines"`
	Level  Level    `json:"level,omitempty"`
}

// Page is generic.
type Page[T any] struct {
	Items []T     `json:"items"`
	Next  *string `json:"next"`
}

type base struct {
	ID   string `json:"id"`
	Name string `json:"name" jsonschema:"hidden by the one outside"`
}

type sendIn struct {
	base
	Range  `json:"range"`
	To     Address            `json:"to"`
	Others []Address          `json:"others,omitempty"`
	ByName map[string]Address `json:"byName"`
	Name   int                `json:"name"`
	Page   Page[Range]        `json:"page"`
	Matrix [][]float32        `json:"matrix"`
	Data   []byte             `json:"data"`
	Maybe  *time.Time         `json:"maybe"`
	Wait   time.Duration      `json:"wait,omitempty"`
	Free   any                `json:"free"`
	Inner  struct {
		Deep bool `json:"deep"`
	} `json:"inner"`
	Quoted int       `json:"quoted,string"`
	List   *[]string `json:"list"`
}

func send(_ context.Context, _ *mcp.CallToolRequest, in sendIn) (*mcp.CallToolResult, any, error) {
	return nil, in.To.Street, nil
}

type readOut struct {
	Text string `json:"text"`
}

const readDescription = "Reads lines of a file. " +
	"Answers with text."

func read(_ context.Context, _ *mcp.CallToolRequest, in readIn) (*mcp.CallToolResult, readOut, error) {
	data, err := os.ReadFile(in.Path)
	return nil, readOut{Text: string(data)}, err
}

type removeIn struct {
	Path string `json:"path"`
}

func main() {
	server := mcp.NewServer(&mcp.Implementation{Name: "official", Version: "v1.0.0"}, nil)
	mcp.AddTool(server, &mcp.Tool{Name: "read", Description: readDescription, Annotations: &mcp.ToolAnnotations{ReadOnlyHint: true}}, read)
	register(server, "remove", "Removes a file.", func(_ context.Context, _ *mcp.CallToolRequest, in removeIn) (*mcp.CallToolResult, any, error) {
		return nil, nil, os.Remove(in.Path)
	})
	now := &mcp.Tool{Name: "now", Description: "Tells the time."}
	mcp.AddTool(server, now, func(context.Context, *mcp.CallToolRequest, any) (*mcp.CallToolResult, any, error) {
		return nil, time.Now().String(), nil
	})
	mcp.AddTool(server, &mcp.Tool{
		Name:        "pick",
		Description: "Picks one of two.",
		InputSchema: &jsonschema.Schema{
			Type:       "object",
			Properties: map[string]*jsonschema.Schema{"which": {Type: "string", Enum: []any{"left", "right"}, Description: "which side"}},
			Required:   []string{"which"},
		},
	}, func(_ context.Context, _ *mcp.CallToolRequest, in map[string]any) (*mcp.CallToolResult, any, error) {
		return nil, in["which"], nil
	})
	mcp.AddTool(server, &mcp.Tool{Name: "send", Description: "Sends a letter."}, send)
	if err := server.Run(context.Background(), &mcp.StdioTransport{}); err != nil {
		log.Print(err)
	}
}

// register is a helper of the kind that servers have.
func register(server *mcp.Server, name, description string, handle mcp.ToolHandlerFor[removeIn, any]) {
	mcp.AddTool(server, &mcp.Tool{Name: name, Description: description}, handle)
}
