package main

import (
	"context"

	"example.com/router"

	"github.com/mark3labs/mcp-go/client"
	"github.com/mark3labs/mcp-go/mcp"
)

var tools = &client.Client{}

func runE(cmd *router.Command, args []string) error {
	_, err := tools.CallTool(context.Background(), mcp.CallToolRequest{}) // want `CallTool is called with context.Background\(\) although cmd.Context\(\) is in scope`
	return err
}

func handle(c *router.Ctx) {
	tools.CallTool(context.Background(), mcp.CallToolRequest{}) // want `although c.Request.Context\(\) is in scope`
}

func echo(c router.Echo) {
	tools.CallTool(context.Background(), mcp.CallToolRequest{}) // want `although c.Request\(\).Context\(\) is in scope`
}

func fiber(c *router.Fiber) {
	tools.CallTool(c.UserContext(), mcp.CallToolRequest{})
	tools.CallTool(context.TODO(), mcp.CallToolRequest{}) // want `called with context.TODO\(\) although c.UserContext\(\) is in scope`
}
