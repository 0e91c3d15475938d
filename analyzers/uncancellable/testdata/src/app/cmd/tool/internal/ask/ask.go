// Package ask is a part of a command, which ends when its process does.
package ask

import (
	"context"

	"github.com/mark3labs/mcp-go/client"
	"github.com/mark3labs/mcp-go/mcp"
)

func Tool(c *client.Client) error {
	_, err := c.CallTool(context.Background(), mcp.CallToolRequest{})
	return err
}
