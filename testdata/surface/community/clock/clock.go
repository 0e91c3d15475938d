// Package clock declares a tool and makes its handler, which another package joins.
package clock

import (
	"context"
	"os"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

// Zone is the declaration.
var Zone = mcp.NewTool("zone", mcp.WithDescription("Tells the time zone."), mcp.WithBoolean("short"))

// ZoneHandler makes the handler.
func ZoneHandler(zone string) server.ToolHandlerFunc {
	if zone != "" {
		return func(context.Context, mcp.CallToolRequest) (*mcp.CallToolResult, error) {
			return mcp.NewToolResultText(zone), nil
		}
	}
	return func(context.Context, mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		return mcp.NewToolResultText(os.Getenv("TZ")), nil
	}
}
