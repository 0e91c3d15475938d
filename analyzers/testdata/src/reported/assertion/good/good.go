package good

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/mark3labs/mcp-go/mcp"
	openai "github.com/sashabaranov/go-openai"
)

func Shut(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	door, err := r.RequireString("door")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	return mcp.NewToolResultText(door), nil
}

func Turn(call openai.ToolCall) (int, error) {
	var in map[string]any
	if err := json.Unmarshal([]byte(call.Function.Arguments), &in); err != nil {
		return 0, err
	}
	by, ok := in["by"].(float64)
	if !ok {
		return 0, fmt.Errorf("by is %v, want a number", in["by"])
	}
	return int(by), nil
}
