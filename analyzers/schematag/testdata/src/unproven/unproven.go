package unproven

import (
	"context"

	"github.com/cloudwego/eino/components/tool/utils"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// Nobody is known to reflect this.
type Loose struct {
	City string `json:"city" jsonschema:"description=The city, as people call it"`
}

// The option may change what is read.
type Modified struct {
	City string `json:"city" jsonschema:"description=The city, as people call it"`
}

func Tool(o utils.Option) {
	utils.InferTool("weather", "Tell the weather", func(ctx context.Context, in Modified) (string, error) { return "", nil }, o)
}

// The tool may bring its own schema.
type Given struct {
	City string `json:"city" jsonschema:"description=The city"`
}

func Register(s *mcp.Server, t *mcp.Tool) {
	mcp.AddTool(s, t, func(context.Context, *mcp.CallToolRequest, Given) (*mcp.CallToolResult, any, error) {
		return nil, nil, nil
	})
}
