#!/usr/bin/env bash
# A tool is called with another number than the client sent.
#
# github.com/modelcontextprotocol/go-sdk v1.8.0 and github.com/mark3labs/mcp-go v1.2.1, Go 1.26, seen on 2026-11-30.
#
# mcp.AddTool of the official SDK decodes the arguments into a map before it validates them, which makes each number a float64, and
# encodes that map again for the type of the handler. An integer over 2^53, as the identifiers of posts, orders and messages are in
# many services, is another one in the handler's int64 field, without an error: the tool reads or deletes another record. The typed
# handler of mcp-go gets what was sent; its GetInt does not.
#
# Output seen:
#	sent            1234567890123456789
#	go-sdk AddTool  1234567890123456800
#	mcp-go typed    1234567890123456789
#	mcp-go GetInt   1234567890123456768
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
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type in struct {
	ID int64 `json:"id"`
}

const arguments = `{"id":1234567890123456789}`

func main() {
	fmt.Println("sent            1234567890123456789")
	official()
	mark()
}

func official() {
	ctx := context.Background()
	server := mcp.NewServer(&mcp.Implementation{Name: "server", Version: "v1"}, nil)
	mcp.AddTool(server, &mcp.Tool{Name: "read"}, func(_ context.Context, _ *mcp.CallToolRequest, a in) (*mcp.CallToolResult, any, error) {
		fmt.Println("go-sdk AddTool ", a.ID)
		return &mcp.CallToolResult{}, nil, nil
	})
	a, b := mcp.NewInMemoryTransports()
	if _, err := server.Connect(ctx, a, nil); err != nil {
		log.Fatal(err)
	}
	session, err := mcp.NewClient(&mcp.Implementation{Name: "client", Version: "v1"}, nil).Connect(ctx, b, nil)
	if err != nil {
		log.Fatal(err)
	}
	if _, err := session.CallTool(ctx, &mcp.CallToolParams{Name: "read", Arguments: json.RawMessage(arguments)}); err != nil {
		log.Fatal(err)
	}
}

func mark() {
	var request markmcp.CallToolRequest
	if err := json.Unmarshal([]byte(`{"method":"tools/call","params":{"name":"read","arguments":`+arguments+`}}`), &request); err != nil {
		log.Fatal(err)
	}
	_, err := markmcp.NewTypedToolHandler(func(_ context.Context, _ markmcp.CallToolRequest, a in) (*markmcp.CallToolResult, error) {
		fmt.Println("mcp-go typed   ", a.ID)
		return markmcp.NewToolResultText("done"), nil
	})(context.Background(), request)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("mcp-go GetInt  ", request.GetInt("id", 0))
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/modelcontextprotocol/go-sdk@v1.8.0 github.com/mark3labs/mcp-go@v1.2.1 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
sent            1234567890123456789
go-sdk AddTool  1234567890123456800
mcp-go typed    1234567890123456789
mcp-go GetInt   1234567890123456768
WANT
