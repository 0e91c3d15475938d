// Command commandline runs its root without a context: that of its commands is the background context.
package main

import (
	"context"
	"time"

	"example.com/router"

	"github.com/mark3labs/mcp-go/client"
	"github.com/mark3labs/mcp-go/mcp"
)

func main() {
	c := &client.Client{}
	root := &router.Tree{Run: func(cmd *router.Tree) error {
		_, err := c.CallTool(context.Background(), mcp.CallToolRequest{})
		return err
	}}
	if root.Execute() != nil {
		return
	}
}

func bounded(cmd *router.Tree) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	_, err := (&client.Client{}).CallTool(ctx, mcp.CallToolRequest{})
	return err
}
