#!/usr/bin/env bash
# A tool that is told dry_run "yes" does it for real.
#
# github.com/mark3labs/mcp-go v1.2.1, Go 1.26, seen on 2026-11-30.
#
# GetBool, GetFloat, GetString and GetStringSlice of a CallToolRequest return the default not only where the argument is missing but also where
# it has another type, which models send now and then: "yes" for true, 42 for "42", "urgent" for ["urgent"]. GetInt and GetBool convert what
# strconv takes. Nothing tells the model. RequireString and the others return an error there.
#
# Output seen:
#	dry_run false
#	quiet   true
#	order   "all"
#	tags    []
#	count   7
#	argument "order" is not a string
#	true
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
	var r mcp.CallToolRequest
	err := json.Unmarshal([]byte(`{"method":"tools/call","params":{"name":"close","arguments":{"dry_run":"yes","quiet":"true","order":42,"tags":"urgent","count":"7"}}}`), &r)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("dry_run %t\n", r.GetBool("dry_run", false))
	fmt.Printf("quiet   %t\n", r.GetBool("quiet", false))
	fmt.Printf("order   %q\n", r.GetString("order", "all"))
	fmt.Printf("tags    %q\n", r.GetStringSlice("tags", nil))
	fmt.Printf("count   %d\n", r.GetInt("count", 1))
	_, err = r.RequireString("order")
	fmt.Println(err)
	_, err = r.RequireBool("dry_run")
	fmt.Println(err != nil)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/mark3labs/mcp-go@v1.2.1 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
dry_run false
quiet   true
order   "all"
tags    []
count   7
argument "order" is not a string
true
WANT
