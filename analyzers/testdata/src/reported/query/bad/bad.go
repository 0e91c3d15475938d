package bad

import (
	"context"
	"database/sql"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

type Notes struct{ db *sql.DB }

func (n *Notes) Register(s *server.MCPServer) { s.AddTool(mcp.NewTool("count"), n.count) }

func (n *Notes) count(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	var out string
	if err := n.db.QueryRowContext(ctx, "SELECT count(*) FROM notes WHERE "+r.GetString("where", "true")).Scan(&out); err != nil { // want `.`
		return mcp.NewToolResultError(err.Error()), nil
	}
	return mcp.NewToolResultText(out), nil
}
