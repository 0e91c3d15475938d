package good

import (
	"context"
	"fmt"
	"os"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func serve() error {
	s := server.NewMCPServer("clock", "1.0.0")
	s.AddTool(mcp.NewTool("now", mcp.WithDescription("Tells the time.")), now)
	return server.ServeStdio(s)
}

func now(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	fmt.Fprintln(os.Stderr, "called now")
	return mcp.NewToolResultText("noon"), nil
}
