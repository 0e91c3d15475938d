package served

import (
	"context"

	"github.com/mark3labs/mcp-go/mcp"
)

func handle(ctx context.Context, req mcp.GetPromptRequest) (*mcp.GetPromptResult, error) {
	return &mcp.GetPromptResult{Messages: []mcp.PromptMessage{{
		Role:    mcp.RoleUser,
		Content: mcp.TextContent{Type: "text", Text: "Find out why the pod does not start."}, // want `user prompt hardcoded in handle \(8 words, sent through the field PromptMessage\.Content of mcp-go\)`
	}}}, nil
}

func tool(ctx context.Context, req mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	return mcp.NewToolResultText("The pod was restarted a minute ago."), nil
}

func spelled(ctx context.Context, req mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	return &mcp.CallToolResult{Content: []mcp.Content{mcp.TextContent{Type: "text", Text: "The pod was restarted a minute ago."}}}, nil
}
