package main

import (
	"context"

	"github.com/mark3labs/mcp-go/client"
	"github.com/mark3labs/mcp-go/mcp"
)

func main() {
	c := &client.Client{}
	c.CallTool(context.Background(), mcp.CallToolRequest{})
	run(context.Background(), c)
}

func run(ctx context.Context, c *client.Client) {
	c.CallTool(ctx, mcp.CallToolRequest{})
	c.CallTool(context.Background(), mcp.CallToolRequest{}) // want `CallTool is called with context.Background\(\) although ctx is in scope; pass ctx so the call can be cancelled`
}
