#!/usr/bin/env bash
# A date that the schema of a tool allows is refused by the decoder behind it.
#
# github.com/google/jsonschema-go v0.4.3, github.com/invopop/jsonschema v0.14.0 and github.com/modelcontextprotocol/go-sdk v1.8.0, Go 1.26, seen on 2026-11-30.
#
# jsonschema-go describes a time.Time as a plain string, where invopop adds the format date-time. mcp.AddTool validates the arguments by
# the former, so "2026-12-01" and "tomorrow" are valid, and then encoding/json, which takes RFC 3339 only, refuses them. The model is told
# a Go type, main.in.day of type time.Time, and no format. Say the format in the description, or take a string and parse it.
#
# Output seen:
#	jsonschema-go {"type":"string"}
#	invopop       {"type":"string","format":"date-time"}
#	2026-12-01           valid=true refused=true names time.Time=true names a format=false
#	2026-12-01T00:00:00Z valid=true refused=false names time.Time=false names a format=false
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
	"strings"
	"time"

	"github.com/google/jsonschema-go/jsonschema"
	invopop "github.com/invopop/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type in struct {
	Day time.Time `json:"day"`
}

func main() {
	google, err := jsonschema.For[in](nil)
	if err != nil {
		log.Fatal(err)
	}
	show("jsonschema-go", google.Properties["day"])
	reflector := invopop.Reflector{DoNotReference: true}
	day, _ := reflector.Reflect(in{}).Properties.Get("day")
	show("invopop      ", day)
	resolved, err := google.Resolve(nil)
	if err != nil {
		log.Fatal(err)
	}

	ctx := context.Background()
	server := mcp.NewServer(&mcp.Implementation{Name: "server", Version: "v1"}, nil)
	mcp.AddTool(server, &mcp.Tool{Name: "book"}, func(_ context.Context, _ *mcp.CallToolRequest, a in) (*mcp.CallToolResult, any, error) {
		return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: "booked"}}}, nil, nil
	})
	a, b := mcp.NewInMemoryTransports()
	if _, err := server.Connect(ctx, a, nil); err != nil {
		log.Fatal(err)
	}
	session, err := mcp.NewClient(&mcp.Implementation{Name: "client", Version: "v1"}, nil).Connect(ctx, b, nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, value := range []string{"2026-12-01", "2026-12-01T00:00:00Z"} {
		result, err := session.CallTool(ctx, &mcp.CallToolParams{Name: "book", Arguments: map[string]any{"day": value}})
		if err != nil {
			log.Fatal(err)
		}
		text := result.Content[0].(*mcp.TextContent).Text
		fmt.Printf("%-20s valid=%t refused=%t names time.Time=%t names a format=%t\n", value, resolved.Validate(map[string]any{"day": value}) == nil, result.IsError,
			strings.Contains(text, "time.Time"), strings.Contains(text, "RFC") || strings.Contains(text, "2006"))
	}
}

func show(by string, schema any) {
	data, err := json.Marshal(schema)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(by, string(data))
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/google/jsonschema-go@v0.4.3 github.com/invopop/jsonschema@v0.14.0 github.com/modelcontextprotocol/go-sdk@v1.8.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
jsonschema-go {"type":"string"}
invopop       {"type":"string","format":"date-time"}
2026-12-01           valid=true refused=true names time.Time=true names a format=false
2026-12-01T00:00:00Z valid=true refused=false names time.Time=false names a format=false
WANT
