// Community is a server of the Model Context Protocol by mcp-go, whose tools are declared in its several ways.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"

	"example.com/surface/community/clock"
)

type weatherIn struct {
	City string `json:"city" jsonschema:"name of the city"`
	Days int    `json:"days,omitempty"`
}

func main() {
	s := server.NewMCPServer("community", "1.0.0", server.WithToolCapabilities(false))
	s.AddTool(mcp.NewTool("run",
		mcp.WithDescription("Runs a program."),
		mcp.WithString("program", mcp.Required(), mcp.Description("what to run"), mcp.Enum("date", "uptime"), mcp.MaxLength(20)),
		mcp.WithArray("arguments", mcp.WithStringItems(mcp.MinLength(1))),
		mcp.WithNumber("timeout", mcp.DefaultNumber(5), mcp.Min(1), mcp.Max(60)),
		mcp.WithBoolean("quiet"),
		mcp.WithObject("environment", mcp.AdditionalProperties(map[string]any{"type": "string"})),
		mcp.WithDestructiveHintAnnotation(true),
		mcp.WithReadOnlyHintAnnotation(false),
	), run)

	fetchTool, fetchHandler := fetchPage()
	s.AddTool(fetchTool, fetchHandler)

	s.AddTool(mcp.NewToolWithRawSchema("count", "Counts words.", json.RawMessage(`{"type":"object","properties":{"text":{"type":"string"}},"required":["text"]}`)), count)
	s.AddTools(server.ServerTool{
		Tool:    mcp.NewTool("weather", mcp.WithDescription("Tells the weather."), mcp.WithInputSchema[weatherIn]()),
		Handler: mcp.NewTypedToolHandler(weather),
	})
	s.AddTool(mcp.NewTool("order",
		mcp.WithDescription("Orders, changes or cancels."),
		mcp.WithObject("item", mcp.Required(), mcp.Properties(map[string]any{"name": map[string]any{"type": "string"}}), mcp.AdditionalProperties(false)),
		mcp.WithArray("parts", mcp.Items(map[string]any{"type": "object", "properties": map[string]any{"x": map[string]any{"type": "number"}}}), mcp.MinItems(1), mcp.UniqueItems(true)),
		mcp.WithArray("counts", mcp.WithNumberItems(mcp.Min(0))),
		mcp.WithString("size", mcp.Enum("small", "large"), mcp.DefaultString("small"), mcp.Title("Size"), mcp.Pattern("^[a-z, ]+$")),
		mcp.WithInteger("pieces", mcp.Min(1), mcp.MultipleOf(2)),
		mcp.WithAny("note", mcp.Description("anything, at all")),
		mcp.WithToolAnnotation(mcp.ToolAnnotation{Title: "Order", ReadOnlyHint: mcp.ToBoolPtr(true)}),
		mcp.WithIdempotentHintAnnotation(true),
	), count)
	add := func(tool mcp.Tool, handler server.ToolHandlerFunc) { s.AddTool(tool, handler) }
	add(clock.Zone, clock.ZoneHandler(""))
	if err := server.ServeStdio(s); err != nil {
		log.Print(err)
	}
}

func run(_ context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	out, err := exec.Command(request.GetString("program", "date"), request.GetStringSlice("arguments", nil)...).Output()
	if err != nil {
		return mcp.NewToolResultErrorFromErr("it failed", err), nil
	}
	return mcp.NewToolResultText(string(out)), nil
}

func fetchPage() (mcp.Tool, server.ToolHandlerFunc) {
	tool := mcp.NewTool("fetch", mcp.WithDescription("Fetches a page."), mcp.WithString("url", mcp.Required()))
	return tool, func(_ context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		answer, err := http.Get(request.GetString("url", ""))
		if err != nil {
			return mcp.NewToolResultErrorFromErr("it failed", err), nil
		}
		defer answer.Body.Close()
		return mcp.NewToolResultText(answer.Status), nil
	}
}

func count(context.Context, mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	return mcp.NewToolResultText("none"), nil
}

func weather(_ context.Context, _ mcp.CallToolRequest, in weatherIn) (*mcp.CallToolResult, error) {
	return mcp.NewToolResultText(in.City + ": fine"), nil
}
