// Package clock declares a tool and makes its handler, which another package joins.
package clock

import (
	"context"
	_ "embed"
	"os"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

//go:embed zone.txt
var zoneText string

// Zone is the declaration.
var Zone = mcp.NewTool("zone", mcp.WithDescription(zoneText), mcp.WithBoolean("short"))

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
