// Package handlers holds tools whose input reaches a sink.
package handlers

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/sashabaranov/go-openai"
)

type input struct {
	Name    string
	Command string
	Nested  struct{ Path string }
}

func register(s *mcp.Server) {
	mcp.AddTool(s, &mcp.Tool{Name: "run"}, run)
	mcp.AddTool(s, &mcp.Tool{Name: "read"}, func(ctx context.Context, req *mcp.CallToolRequest, in input) (*mcp.CallToolResult, any, error) {
		data, err := os.ReadFile(in.Nested.Path) // want `toolinput to path`
		_ = data
		return nil, nil, err
	})
}

func run(ctx context.Context, req *mcp.CallToolRequest, in input) (*mcp.CallToolResult, any, error) {
	exec.Command("sh", "-c", in.Command).Run()                      // want `toolinput to exec`
	exec.Command("git", "log", in.Command).Run()                    // an argument of a program that is no shell
	exec.CommandContext(ctx, in.Command).Run()                      // want `toolinput to exec`
	exec.Command("bash", "-c", fmt.Sprintf("ls %s", in.Name)).Run() // want `toolinput to exec`
	helper(in)
	return nil, nil, nil
}

func helper(in input) {
	path := "/srv/" + in.Name
	os.Remove(path) // want `toolinput to path`
}

// A tool call of an SDK.
func dispatch(calls []openai.ToolCall) error {
	for _, c := range calls {
		var args struct{ Cmd string }
		if err := json.Unmarshal([]byte(c.Function.Arguments), &args); err != nil {
			return err
		}
		exec.Command("sh", "-c", args.Cmd).Run() // want `toolargs to exec`

		m := map[string]any{}
		if err := json.Unmarshal([]byte(c.Function.Arguments), &m); err != nil {
			return err
		}
		name, _ := m["path"].(string)
		os.Remove(name) // want `toolargs to path`
		if err := decode(c.Function.Arguments, &args); err != nil {
			return err
		}
	}
	return nil
}

func viaHelper(c openai.ToolCall) {
	var args struct{ File string }
	if decode(c.Function.Arguments, &args) == nil {
		os.Remove(args.File) // want `toolargs to path`
	}
}

func decode(text string, into any) error { return json.Unmarshal([]byte(text), into) }

// What nobody but the program decides.
func silent(dir string) {
	os.Remove(dir + "/cache")
	exec.Command("sh", "-c", "date").Run()
	var in input
	in.Command = os.Getenv("EDITOR")
	exec.Command(in.Command).Run()
}
