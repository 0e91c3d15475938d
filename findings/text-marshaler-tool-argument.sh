#!/usr/bin/env bash
# A tool with an argument whose Go type is written as text cannot be called.
#
# github.com/modelcontextprotocol/go-sdk v1.8.0 with github.com/google/jsonschema-go v0.4.3, Go 1.26, seen on 2026-11-30.
#
# mcp.AddTool makes the schema of the input type by its structure. netip.Addr, like most types with MarshalText, is a struct without
# exported fields, so the schema says: an object without properties. encoding/json reads and writes it as a string. The string that
# the handler needs is refused by the schema, and the object that the schema asks for is refused by the decoder. Neither
# registration nor compilation says anything. (time.Time is one of five types that the library knows; map keys with MarshalText are
# accepted too.)
#
# Output seen:
#	schema {"additionalProperties":false,"type":"object","properties":{}}
#	string: validating "arguments": validating root: validating /properties/addr: type: ::1 has type "string", want "object"
#	object: json: cannot unmarshal object into Go struct field main.in.addr of type *netip.Addr
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
	"net/netip"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type in struct {
	Addr netip.Addr `json:"addr"`
}

func main() {
	ctx := context.Background()
	server := mcp.NewServer(&mcp.Implementation{Name: "server", Version: "v1"}, nil)
	mcp.AddTool(server, &mcp.Tool{Name: "ping"}, func(context.Context, *mcp.CallToolRequest, in) (*mcp.CallToolResult, any, error) {
		return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: "called"}}}, nil, nil
	})
	a, b := mcp.NewInMemoryTransports()
	if _, err := server.Connect(ctx, a, nil); err != nil {
		log.Fatal(err)
	}
	session, err := mcp.NewClient(&mcp.Implementation{Name: "client", Version: "v1"}, nil).Connect(ctx, b, nil)
	if err != nil {
		log.Fatal(err)
	}
	tools, err := session.ListTools(ctx, nil)
	if err != nil {
		log.Fatal(err)
	}
	property, err := json.Marshal(tools.Tools[0].InputSchema.(map[string]any)["properties"].(map[string]any)["addr"])
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("schema %s\n", property)
	for name, value := range map[string]any{"string": "::1", "object": map[string]any{}} {
		result, err := session.CallTool(ctx, &mcp.CallToolParams{Name: "ping", Arguments: map[string]any{"addr": value}})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %s\n", name, result.Content[0].(*mcp.TextContent).Text)
	}
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/modelcontextprotocol/go-sdk@v1.8.0 github.com/google/jsonschema-go@v0.4.3 2>/dev/null
go mod tidy 2>/dev/null
out=$(go run .)
printf '%s\n' "$out"
grep -q '^schema .*"type":"object"' <<<"$out"
grep -q '^string: .*has type "string", want "object"' <<<"$out"
grep -q '^object: .*cannot unmarshal object' <<<"$out"
