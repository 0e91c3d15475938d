package bad

import (
	"context"
	"encoding/json"

	"github.com/mark3labs/mcp-go/mcp"
	openai "github.com/sashabaranov/go-openai"
)

func Open(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	in := r.Params.Arguments.(map[string]any) // want `panics if the model sends another type`
	name, _ := in["name"].(string)
	return mcp.NewToolResultText(name), nil
}

func Shut(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	door := r.GetArguments()["door"]
	if door == nil {
		return mcp.NewToolResultError("which door?"), nil
	}
	return mcp.NewToolResultText(door.(string)), nil // want `door.\(string\) panics`
}

func Turn(call openai.ToolCall) (int, error) {
	var in map[string]any
	if err := json.Unmarshal([]byte(call.Function.Arguments), &in); err != nil {
		return 0, err
	}
	return int(in["by"].(float64)), nil // want `in\["by"\].\(float64\) panics`
}
