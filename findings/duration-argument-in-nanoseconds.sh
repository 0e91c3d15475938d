#!/usr/bin/env bash
# A tool that is asked to wait 3 waits three nanoseconds.
#
# github.com/google/jsonschema-go v0.4.3, github.com/invopop/jsonschema v0.14.0 and github.com/modelcontextprotocol/go-sdk v1.8.0, Go 1.26, seen on 2026-11-30.
#
# Both reflectors describe a time.Duration as an integer, without a word on its unit, since that is how encoding/json decodes it: in
# nanoseconds. A model that reads "timeout" and "integer" sends seconds, and the handler gets 3ns. The text that a Go programmer would
# send, "3s", is refused. So a duration that a model passes needs its unit in its name and a type of its own: timeout_seconds int.
#
# Output seen:
#	jsonschema-go {"type":"integer"}
#	invopop       {"type":"integer"}
#	3    refused=false waits 3ns
#	"3s" refused=true validating "arguments": validating root: validating /properties/timeout: type: 3s has type "string", want "integer"
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
	"time"

	"github.com/google/jsonschema-go/jsonschema"
	invopop "github.com/invopop/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type in struct {
	Timeout time.Duration `json:"timeout"`
}

func main() {
	google, err := jsonschema.For[in](nil)
	if err != nil {
		log.Fatal(err)
	}
	show("jsonschema-go", google.Properties["timeout"])
	reflector := invopop.Reflector{DoNotReference: true}
	timeout, _ := reflector.Reflect(in{}).Properties.Get("timeout")
	show("invopop      ", timeout)

	ctx := context.Background()
	server := mcp.NewServer(&mcp.Implementation{Name: "server", Version: "v1"}, nil)
	mcp.AddTool(server, &mcp.Tool{Name: "wait"}, func(_ context.Context, _ *mcp.CallToolRequest, a in) (*mcp.CallToolResult, any, error) {
		return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: "waits " + a.Timeout.String()}}}, nil, nil
	})
	a, b := mcp.NewInMemoryTransports()
	if _, err := server.Connect(ctx, a, nil); err != nil {
		log.Fatal(err)
	}
	session, err := mcp.NewClient(&mcp.Implementation{Name: "client", Version: "v1"}, nil).Connect(ctx, b, nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, value := range []string{`3`, `"3s"`} {
		result, err := session.CallTool(ctx, &mcp.CallToolParams{Name: "wait", Arguments: json.RawMessage(`{"timeout":` + value + `}`)})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%-4s refused=%t %s\n", value, result.IsError, result.Content[0].(*mcp.TextContent).Text)
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
jsonschema-go {"type":"integer"}
invopop       {"type":"integer"}
3    refused=false waits 3ns
"3s" refused=true validating "arguments": validating root: validating /properties/timeout: type: 3s has type "string", want "integer"
WANT
