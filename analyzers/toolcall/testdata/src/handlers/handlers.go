// Package handlers has tools of servers, and results with errors in them.
package handlers

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
	openai "github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

type notes struct{ load func(string) (string, error) }

func (n *notes) register(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("read"), n.read)
	s.AddTool(mcp.NewTool("list"), list)
	s.AddTool(mcp.NewTool("deep"), func(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		return deeper(ctx) // want `the error that this handler returns never reaches the model`
	})
	s.AddTool(mcp.NewTool("wrapped"), text(list))
	s.AddTool(mcp.NewTool("told"), told)
	s.AddTool(mcp.NewTool("locked"), locked)
	s.AddTool(mcp.NewTool("waits"), waits)
	s.AddTool(mcp.NewTool("counted"), counted)
}

func (n *notes) read(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	out, err := n.load(r.GetString("name", ""))
	if err != nil {
		return nil, fmt.Errorf("read: %w", err) // want `the error that read returns never reaches the model \(mcp-go takes it`
	}
	return mcp.NewToolResultText(out), nil
}

func list(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	if r.GetString("of", "") == "" {
		return nil, errors.New("of is missing")
	}
	return mcp.NewToolResultText("none"), nil
}

func deeper(ctx context.Context) (*mcp.CallToolResult, error) {
	_, err := os.ReadFile("notes")
	return nil, err
}

func locked(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	defer os.Remove("lock")
	if r.GetString("of", "") == "" {
		return mcp.NewToolResultError("of is missing"), nil
	}
	if _, err := os.ReadFile("notes"); err != nil {
		return nil, fmt.Errorf("notes: %w", err) // want `the error that locked returns never reaches the model`
	}
	return mcp.NewToolResultText("none"), nil
}

// counted passes on what its gate returns, whose error is that of encoding a result.
func counted(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	if refused, err := gate(r); refused != nil {
		return refused, err
	}
	return encoded(map[string]int{"notes": 3})
}

func gate(r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	if r.GetString("key", "") == "" {
		return encoded("a key is missing")
	}
	return nil, nil
}

func encoded(v any) (*mcp.CallToolResult, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return mcp.NewToolResultText(string(data)), nil
}

func told(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	name, err := r.RequireString("name")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	return mcp.NewToolResultText(name), nil
}

func waits(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return mcp.NewToolResultText("done"), nil
}

// text makes results of errors.
func text(h server.ToolHandlerFunc) server.ToolHandlerFunc {
	return func(ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		out, err := h(ctx, r)
		if err != nil {
			return mcp.NewToolResultError(err.Error()), nil
		}
		return out, nil
	}
}

func failed(call *genai.FunctionCall, err error) *genai.Part {
	return genai.NewPartFromFunctionResponse(call.Name, map[string]any{"error": err}) // want `the error under "error" is encoded as \{\}`
}

func failedText(call *genai.FunctionCall, err error) *genai.Part {
	return genai.NewPartFromFunctionResponse(call.Name, map[string]any{"error": err.Error()})
}

type outcome struct {
	Text  string `json:"text"`
	Cause error  `json:"cause"`
}

type silent struct {
	Text  string `json:"text"`
	Cause error  `json:"-"`
}

func messages(call openai.ToolCall, err error) (out []openai.ChatCompletionMessage) {
	a, _ := json.Marshal(outcome{"", err}) // want `the error in field Cause is encoded as \{\}`
	b, _ := json.Marshal(silent{"", err})
	return append(out,
		openai.ChatCompletionMessage{Role: openai.ChatMessageRoleTool, ToolCallID: call.ID, Content: string(a)},
		openai.ChatCompletionMessage{Role: openai.ChatMessageRoleTool, ToolCallID: call.ID, Content: string(b)})
}

// A log is no model.
func logged(err error) []byte {
	line, _ := json.Marshal(outcome{"", err})
	return line
}
