// Package recursive has types that contain themselves without a struct, and literals without keys.
package recursive

import (
	"context"

	"github.com/invopop/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type Tree map[string]Tree

type List []List

type In struct {
	Kids  Tree   `json:"kids"`
	Items List   `json:"items"`
	Name  string `json:"name" jsonschema:"description=First, then last name"` // want `the tag of Name`
}

func Schema() any { return jsonschema.Reflect(In{}) }

type Echo struct {
	Text string `json:"text" jsonschema:"description=What to say"`
}

func Register(s *mcp.Server, handle func(context.Context, *mcp.CallToolRequest, Echo) (*mcp.CallToolResult, any, error)) {
	mcp.AddTool(s, &mcp.Tool{nil, "echoes", nil, "echo", nil, "Echo"}, handle)
}
