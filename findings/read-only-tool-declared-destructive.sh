#!/usr/bin/env bash
# A tool that mcp-go is told is read-only is also declared destructive.
#
# github.com/mark3labs/mcp-go v1.2.1, Go 1.26, seen on 2026-11-30.
#
# mcp.NewTool sets all four hints of the Model Context Protocol, among them destructiveHint and openWorldHint to true, and each option
# changes one. So a tool with WithReadOnlyHintAnnotation(true) is sent as read-only *and* destructive, and a tool with no option at all
# as destructive and open-world. The same tool as a literal mcp.Tool{} is sent with no hint. A client that asks before destructive
# calls asks for both.
#
# Output seen:
#	option  {"readOnlyHint":true,"destructiveHint":true,"idempotentHint":false,"openWorldHint":true}
#	nothing {"readOnlyHint":false,"destructiveHint":true,"idempotentHint":false,"openWorldHint":true}
#	literal {}
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"log"

	"github.com/mark3labs/mcp-go/mcp"
)

func main() {
	for _, tool := range []struct {
		how string
		mcp.Tool
	}{
		{"option", mcp.NewTool("show", mcp.WithReadOnlyHintAnnotation(true))},
		{"nothing", mcp.NewTool("show")},
		{"literal", mcp.Tool{Name: "show"}},
	} {
		data, err := json.Marshal(tool.Annotations)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%-7s %s\n", tool.how, data)
	}
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/mark3labs/mcp-go@v1.2.1 2>/dev/null
go mod tidy 2>/dev/null
out=$(go run .)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
option  {"readOnlyHint":true,"destructiveHint":true,"idempotentHint":false,"openWorldHint":true}
nothing {"readOnlyHint":false,"destructiveHint":true,"idempotentHint":false,"openWorldHint":true}
literal {}
WANT
