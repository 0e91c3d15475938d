// Package tools holds handlers of tools, checked and not.
package tools

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

type store struct{ db *sql.DB }

func (s store) register(srv *server.MCPServer) {
	srv.AddTool(mcp.NewTool("query"), s.query)
	srv.AddTool(mcp.NewTool("count"), s.count)
	srv.AddTool(mcp.NewTool("bound"), s.bound)
	srv.AddTool(mcp.NewTool("run"), run)
	srv.AddTool(mcp.NewTool("listed"), listed)
	srv.AddTool(mcp.NewTool("read"), read)
	srv.AddTool(mcp.NewTool("remove"), remove)
	srv.AddTool(mcp.NewTool("resolved"), resolved)
	srv.AddTool(mcp.NewTool("local"), local)
	srv.AddTool(mcp.NewTool("asked"), asked)
}

func (s store) query(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	rows, err := s.db.QueryContext(ctx, r.GetString("sql", "")) // want `tool input is run as SQL by \(\*sql.DB\).QueryContext without a check`
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	defer rows.Close()
	return mcp.NewToolResultText("done"), rows.Err()
}

func (s store) count(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	var n string
	err := s.db.QueryRowContext(ctx, "SELECT count(*) FROM notes WHERE "+r.GetString("where", "1=1")).Scan(&n) // want `is run as SQL`
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	return mcp.NewToolResultText(n), nil
}

// bound passes what the model says as a value.
func (s store) bound(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	var n string
	if err := s.db.QueryRowContext(ctx, "SELECT title FROM notes WHERE author = ?", r.GetString("author", "")).Scan(&n); err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	return mcp.NewToolResultText(n), nil
}

func run(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	out, err := exec.CommandContext(ctx, "sh", "-c", r.GetString("command", "")).Output() // want `is executed by exec.CommandContext`
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	return mcp.NewToolResultText(string(out)), nil
}

var commands = map[string]string{"status": "git status", "log": "git log"}

// listed runs what the program knows.
func listed(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	line, ok := commands[r.GetString("command", "")]
	if !ok {
		return mcp.NewToolResultError("no such command"), nil
	}
	out, err := exec.CommandContext(ctx, "sh", "-c", line).Output()
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	return mcp.NewToolResultText(string(out)), nil
}

// read gives what it is for.
func read(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	data, err := os.ReadFile(r.GetString("file", ""))
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	return mcp.NewToolResultText(string(data)), nil
}

func remove(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	if err := os.RemoveAll(r.GetString("file", "")); err != nil { // want `names a file by os.RemoveAll without a check`
		return mcp.NewToolResultError(err.Error()), nil
	}
	return mcp.NewToolResultText("done"), nil
}

func local(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	file := r.GetString("file", "")
	if !filepath.IsLocal(file) {
		return mcp.NewToolResultError("outside of the folder"), nil
	}
	if err := os.Remove(file); err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	return mcp.NewToolResultText("done"), nil
}

// approve asks a person.
func approve(ctx context.Context, command string) error {
	if command == "" {
		return errors.New("nothing to run")
	}
	return ctx.Err()
}

func asked(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	command := r.GetString("command", "")
	if err := approve(ctx, command); err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	out, err := exec.CommandContext(ctx, "sh", "-c", command).Output()
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	return mcp.NewToolResultText(string(out)), nil
}

// below resolves a path, and refuses what leads out of the folder.
func below(folder, name string) (string, error) {
	name = trimmed(name)
	if filepath.IsAbs(name) || strings.Contains(name, "..") {
		return "", errors.New("outside of the folder")
	}
	return filepath.Join(folder, name), nil
}

func trimmed(name string) string { return strings.TrimPrefix(name, "files/") }

func resolved(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	file, err := below("/srv/notes", r.GetString("file", ""))
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	return mcp.NewToolResultText("done"), nil
}
