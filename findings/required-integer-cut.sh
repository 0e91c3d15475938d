#!/usr/bin/env bash
# A required integer takes a fraction and cuts it, and a list loses what is no text.
#
# github.com/mark3labs/mcp-go v1.2.1, Go 1.26, seen on 2026-11-30.
#
# CallToolRequest.RequireInt is the strict way to read an argument and returns an error for a text that is no number. For 3.9 it
# returns 3 and no error. GetStringSlice, whose documentation gives the default for what is not such a list, returns the texts of a
# mixed list and leaves the rest out, where RequireStringSlice returns an error. A tool runs with fewer, or other, values than the
# model gave.
#
# Output seen:
#	RequireInt of 3.9: 3 <nil>
#	GetStringSlice of ["a",1,"b"]: [a b]
#	RequireStringSlice: item 1 in argument "list" is not a string
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
	var request mcp.CallToolRequest
	if err := json.Unmarshal([]byte(`{"params":{"name":"t","arguments":{"days":3.9,"list":["a",1,"b"]}}}`), &request); err != nil {
		log.Fatal(err)
	}
	days, err := request.RequireInt("days")
	fmt.Println("RequireInt of 3.9:", days, err)
	fmt.Println(`GetStringSlice of ["a",1,"b"]:`, request.GetStringSlice("list", []string{"default"}))
	_, err = request.RequireStringSlice("list")
	fmt.Println("RequireStringSlice:", err)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/mark3labs/mcp-go@v1.2.1 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
RequireInt of 3.9: 3 <nil>
GetStringSlice of ["a",1,"b"]: [a b]
RequireStringSlice: item 1 in argument "list" is not a string
WANT
