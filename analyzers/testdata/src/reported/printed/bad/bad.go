// Package bad prints to where its server speaks.
package bad

import (
	"context"
	"fmt"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

// Serve offers one tool over standard input and output.
func Serve() error {
	s := server.NewMCPServer("clock", "1.0.0")
	s.AddTool(mcp.NewTool("now", mcp.WithDescription("Tells the time.")), now)
	return server.ServeStdio(s)
}

func now(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	trace("now")
	return mcp.NewToolResultText("noon"), nil
}

func trace(name string) {
	fmt.Println("called", name) // want `fmt.Println writes to standard output, over which this server speaks its protocol`
}
