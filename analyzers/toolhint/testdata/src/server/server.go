package server

import (
	"context"
	"database/sql"
	"net/http"
	"os"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

type store struct{ db *sql.DB }

type keeper interface{ keep(ctx context.Context) error }

func (s store) keep(ctx context.Context) error {
	_, err := s.db.ExecContext(ctx, "DELETE FROM notes")
	return err
}

func register(s *server.MCPServer, k keeper) {
	s.AddTool(mcp.NewTool("count", mcp.WithReadOnlyHintAnnotation(true)), count(k)) // want `tool "count" declares itself read-only but its handler can reach sql\.DB\.ExecContext; drop the hint or the call`
	s.AddTool(mcp.NewTool("look", mcp.WithReadOnlyHintAnnotation(true)), look)
	s.AddTool(mcp.NewTool("save", mcp.WithReadOnlyHintAnnotation(false)), save)
	s.AddTool(mcp.NewTool("keep"), save)
	s.AddTool(mcp.NewTool("local", mcp.WithOpenWorldHintAnnotation(false)), fetch) // want `tool "local" declares itself closed-world but its handler can reach http\.Get`
	s.AddTool(mcp.NewTool("remote", mcp.WithOpenWorldHintAnnotation(true)), fetch)
	s.AddTool(mcp.NewTool("scratch", mcp.WithReadOnlyHintAnnotation(true)), scratch)
	s.AddTool(mcp.NewTool("version", mcp.WithReadOnlyHintAnnotation(true)), version)
}

func count(k keeper) server.ToolHandlerFunc {
	return func(ctx context.Context, _ mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		return mcp.NewToolResultText("0"), k.keep(ctx)
	}
}

func look(context.Context, mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	data, err := os.ReadFile("notes")
	return mcp.NewToolResultText(string(data)), err
}

func save(context.Context, mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	return mcp.NewToolResultText("saved"), os.WriteFile("notes", nil, 0o600)
}

func fetch(context.Context, mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	answer, err := http.Get("https://example.com")
	if err != nil {
		return nil, err
	}
	return mcp.NewToolResultText(answer.Status), answer.Body.Close()
}

// scratch works in a folder that is gone when it returns.
func scratch(context.Context, mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	dir, err := os.MkdirTemp("", "scratch")
	return mcp.NewToolResultText(dir), err
}

// version starts a program; what that does is unknown.
func version(ctx context.Context, _ mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	out, err := exec.CommandContext(ctx, "git", "version").Output()
	return mcp.NewToolResultText(string(out)), err
}
