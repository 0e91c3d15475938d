// Package rawhandlers registers tools with raw input, whose errors the SDK takes for failed requests, and typed ones, whose errors it passes on.
package rawhandlers

import (
	"context"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type notes struct {
	find func(ctx context.Context, id string) (string, error)
}

func (n notes) raw(ctx context.Context, r *mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	text, err := n.find(ctx, string(r.Params.Arguments))
	if err != nil {
		return nil, err // want `the error that raw returns never reaches the model \(mcp-go-sdk takes it for a failed request\)`
	}
	return &mcp.CallToolResult{StructuredContent: text}, nil
}

func (n notes) told(ctx context.Context, r *mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	text, err := n.find(ctx, string(r.Params.Arguments))
	if err != nil {
		return &mcp.CallToolResult{IsError: true, StructuredContent: err.Error()}, nil
	}
	return &mcp.CallToolResult{StructuredContent: text}, nil
}

type input struct{ ID string }

func (n notes) typed(ctx context.Context, r *mcp.CallToolRequest, in input) (*mcp.CallToolResult, any, error) {
	text, err := n.find(ctx, in.ID)
	if err != nil {
		return nil, nil, err
	}
	return &mcp.CallToolResult{StructuredContent: text}, nil, nil
}

func (n notes) register(s *mcp.Server) {
	s.AddTool(&mcp.Tool{Name: "raw"}, n.raw)
	s.AddTool(&mcp.Tool{Name: "told"}, n.told)
	mcp.AddTool(s, &mcp.Tool{Name: "typed"}, n.typed)
}
