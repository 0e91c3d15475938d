package adapter

import (
	"context"

	"app/ports"

	"github.com/mark3labs/mcp-go/client"
	"github.com/mark3labs/mcp-go/mcp"
)

type Adapter struct{ client *client.Client }

var _ ports.Asker = (*Adapter)(nil)

func (a *Adapter) Ask(question string) error {
	_, err := a.client.CallTool(context.Background(), mcp.CallToolRequest{}) // want `so callers of \(\*adapter.Adapter\).Ask cannot cancel it`
	return err
}
