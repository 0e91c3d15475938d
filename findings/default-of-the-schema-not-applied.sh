#!/usr/bin/env bash
# A tool whose schema says that the default is 5 runs with 0, and with 500 where it says at most 10.
#
# github.com/mark3labs/mcp-go v1.2.1 and github.com/modelcontextprotocol/go-sdk v1.8.0, Go 1.26, seen on 2026-11-30.
#
# DefaultNumber, Min and Max of mcp-go only write the schema: the server does not apply it to a call, so the handler gets the default that is
# given a second time to GetInt, and any number. A server of the official SDK with the same schema applies the default and refuses 500.
# Whoever moves from one to the other, or trusts the schema, has a limit that is none.
#
# Output seen:
#	{"properties":{"limit":{"default":5,"maximum":10,"minimum":1,"type":"number"}},"required":[],"type":"object"}
#	mcp-go {}            refused=false limit 0
#	go-sdk {}            refused=false limit 5
#	mcp-go {"limit":500} refused=false limit 500
#	go-sdk {"limit":500} refused=true  validating "arguments": validating root: validating /properties/limit: maximum: 500/1 is greater than 10.000000
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"

	markmcp "github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type in struct {
	Limit int `json:"limit,omitempty"`
}

func main() {
	ctx := context.Background()
	tool := markmcp.NewTool("list", markmcp.WithNumber("limit", markmcp.DefaultNumber(5), markmcp.Min(1), markmcp.Max(10)))
	schema, err := json.Marshal(tool.InputSchema)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(schema))

	mark := server.NewMCPServer("server", "v1")
	mark.AddTool(tool, func(_ context.Context, r markmcp.CallToolRequest) (*markmcp.CallToolResult, error) {
		return markmcp.NewToolResultText(fmt.Sprint("limit ", r.GetInt("limit", 0))), nil
	})
	official := mcp.NewServer(&mcp.Implementation{Name: "server", Version: "v1"}, nil)
	mcp.AddTool(official, &mcp.Tool{Name: "list", InputSchema: json.RawMessage(schema)}, func(_ context.Context, _ *mcp.CallToolRequest, a in) (*mcp.CallToolResult, any, error) {
		return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: fmt.Sprint("limit ", a.Limit)}}}, nil, nil
	})
	a, b := mcp.NewInMemoryTransports()
	if _, err := official.Connect(ctx, a, nil); err != nil {
		log.Fatal(err)
	}
	session, err := mcp.NewClient(&mcp.Implementation{Name: "client", Version: "v1"}, nil).Connect(ctx, b, nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, arguments := range []string{`{}`, `{"limit":500}`} {
		answer := mark.HandleMessage(ctx, json.RawMessage(`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"list","arguments":`+arguments+`}}`))
		result := answer.(markmcp.JSONRPCResponse).Result.(*markmcp.CallToolResult)
		fmt.Printf("mcp-go %-13s refused=%-5t %s\n", arguments, result.IsError, result.Content[0].(markmcp.TextContent).Text)

		other, err := session.CallTool(ctx, &mcp.CallToolParams{Name: "list", Arguments: json.RawMessage(arguments)})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("go-sdk %-13s refused=%-5t %s\n", arguments, other.IsError, other.Content[0].(*mcp.TextContent).Text)
	}
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/mark3labs/mcp-go@v1.2.1 github.com/modelcontextprotocol/go-sdk@v1.8.0 github.com/google/jsonschema-go@v0.4.3 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
{"properties":{"limit":{"default":5,"maximum":10,"minimum":1,"type":"number"}},"required":[],"type":"object"}
mcp-go {}            refused=false limit 0
go-sdk {}            refused=false limit 5
mcp-go {"limit":500} refused=false limit 500
go-sdk {"limit":500} refused=true  validating "arguments": validating root: validating /properties/limit: maximum: 500/1 is greater than 10.000000
WANT
