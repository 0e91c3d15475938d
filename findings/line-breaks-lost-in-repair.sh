#!/usr/bin/env bash
# The line breaks and accents of valid JSON become backslashes in a repair, where the text looks like the path of a file.
#
# github.com/kaptinlin/jsonrepair v0.2.15 (the newest), Go 1.26, seen on 2026-11-30.
#
# Repair mends paths whose backslashes a model did not escape, C:\temp\new. It takes a string for one if it starts with a letter and
# a colon, or ends in a known extension, and then doubles the backslash of escapes that are right: a list of files, one a line, becomes
# one line with \n in it, and an escaped letter becomes six characters. It does so with valid JSON, without an error,
# since v0.2.2; v0.2.0 left it alone. Decode first, and repair only what does not decode.
#
# Output seen:
#	"main.go\nmain_test.go" becomes "main.go\\nmain_test.go"
#	"Q:\nWhy?" becomes "Q:\\nWhy?"
#	"r\u00e9sum\u00e9.pdf" becomes "r\\u00e9sum\\u00e9.pdf"
#	"Why?\nSo." becomes "Why?\nSo."
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

	"github.com/kaptinlin/jsonrepair"
)

func main() {
	for _, text := range []string{
		`"main.go\nmain_test.go"`,
		`"Q:\nWhy?"`,
		`"r\u00e9sum\u00e9.pdf"`,
		`"Why?\nSo."`,
	} {
		if !json.Valid([]byte(text)) {
			log.Fatal("not valid: ", text)
		}
		repaired, err := jsonrepair.Repair(text)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(text, "becomes", repaired)
	}
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/kaptinlin/jsonrepair@v0.2.15 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
"main.go\nmain_test.go" becomes "main.go\\nmain_test.go"
"Q:\nWhy?" becomes "Q:\\nWhy?"
"r\u00e9sum\u00e9.pdf" becomes "r\\u00e9sum\\u00e9.pdf"
"Why?\nSo." becomes "Why?\nSo."
WANT
