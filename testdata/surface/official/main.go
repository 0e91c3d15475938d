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
	if err := server.Run(context.Background(), &mcp.StdioTransport{}); err != nil {
		log.Print(err)
	}
}

// register is a helper of the kind that servers have.
func register(server *mcp.Server, name, description string, handle mcp.ToolHandlerFor[removeIn, any]) {
	mcp.AddTool(server, &mcp.Tool{Name: name, Description: description}, handle)
}
