// Package tools declares tools.
package tools

import (
	"github.com/anthropics/anthropic-sdk-go"
	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
	openai "github.com/sashabaranov/go-openai"
)

func list() []openai.Tool {
	return []openai.Tool{
		{Type: openai.ToolTypeFunction, Function: &openai.FunctionDefinition{Name: "find_order", Description: "Finds an order by its number."}},
		{Type: openai.ToolTypeFunction, Function: &openai.FunctionDefinition{Name: "find_order", Description: "Finds the orders of a customer."}}, // want `two tools of this list are called "find_order", so one of them is refused or lost; give each a name of its own`
		{Type: openai.ToolTypeFunction, Function: &openai.FunctionDefinition{Name: "cancel_order", Description: "Cancel order."}},                 // want `the description of tool "cancel_order" only repeats its name; say what it does`
		{Type: openai.ToolTypeFunction, Function: &openai.FunctionDefinition{Name: "open_case", Description: "Works on cases."}},
		{Type: openai.ToolTypeFunction, Function: &openai.FunctionDefinition{Name: "close_case", Description: "Works on cases."}}, // want `tools "open_case" and "close_case" have the same description`
		{Type: openai.ToolTypeFunction, Function: &openai.FunctionDefinition{Name: "ping"}},                                       // want `tool "ping" has no description, so the model guesses from its name`
	}
}

func register(notes, web *server.MCPServer, verbose bool, h server.ToolHandlerFunc, text string, options []mcp.ToolOption) {
	notes.AddTool(mcp.NewTool("search", mcp.WithDescription("Searches the notes.")), h)
	web.AddTool(mcp.NewTool("search", mcp.WithDescription("Searches the web.")), h)
	notes.AddTool(mcp.NewTool("search", mcp.WithDescription("Searches the titles of notes.")), h) // want `two tools of this list are called "search"`
	notes.AddTool(mcp.NewTool("count", mcp.WithString("of")), h)                                  // want `tool "count" has no description`
	notes.AddTool(mcp.NewTool("first", mcp.WithDescription(text)), h)
	notes.AddTool(mcp.NewTool("last", options...), h)
	if verbose {
		notes.AddTool(mcp.NewTool("log", mcp.WithDescription("Shows the whole log.")), h)
	} else {
		notes.AddTool(mcp.NewTool("log", mcp.WithDescription("Shows the end of the log.")), h)
	}
}

func anthropicTools() []anthropic.ToolUnionParam {
	return []anthropic.ToolUnionParam{
		{OfTool: &anthropic.ToolParam{Name: "get_weather", Description: anthropic.String("Get weather")}}, // want `the description of tool "get_weather" only repeats its name`
		{OfTool: &anthropic.ToolParam{Name: "get_tides", Description: anthropic.String("Tells high and low water of a harbour.")}},
	}
}
