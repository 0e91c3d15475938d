// Command signalled runs its root with a context that an interrupt cancels.
package main

import (
	"context"
	"os"
	"os/signal"

	"example.com/router"

	"github.com/mark3labs/mcp-go/client"
	"github.com/mark3labs/mcp-go/mcp"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	c := &client.Client{}
	root := &router.Tree{Run: func(cmd *router.Tree) error {
		_, err := c.CallTool(context.Background(), mcp.CallToolRequest{}) // want `called with context.Background\(\) although cmd.Context\(\) is in scope`
		return err
	}}
	if root.ExecuteContext(ctx) != nil {
		return
	}
}
