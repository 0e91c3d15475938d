#!/usr/bin/env bash
# Valid JSON that quotes a block of code loses the rest of itself in a repair.
#
# github.com/RealAlexandreAI/json-repair v0.0.18 (the newest), Go 1.26, seen on 2026-11-30.
#
# Answers of models pass through a library that repairs JSON, since some are broken. RepairJSON takes the end of a block of Markdown,
# three backquotes, for the end of the document, also inside a string: an answer that quotes code, valid as it is, loses the rest of
# that string and all fields after it. No error is returned, and what is left decodes. v0.0.15 left it alone, v0.0.17 does not: decode
# first, and repair only what does not decode.
#
# Output seen:
#	as it is: {Answer:"Run this:\n```sh\nmake\n```\nand wait.", Done:true} <nil>
#	repaired: {Answer:"Run this:\n```sh\nmake", Done:false} <nil>
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

	jsonrepair "github.com/RealAlexandreAI/json-repair"
)

type answer struct {
	Answer string
	Done   bool
}

func main() {
	text, err := json.Marshal(answer{Answer: "Run this:\n```sh\nmake\n```\nand wait.", Done: true})
	if err != nil {
		log.Fatal(err)
	}
	show("as it is:", string(text))
	repaired, err := jsonrepair.RepairJSON(string(text))
	if err != nil {
		log.Fatal(err)
	}
	show("repaired:", repaired)
}

func show(how, text string) {
	var got answer
	err := json.Unmarshal([]byte(text), &got)
	fmt.Printf("%s {Answer:%q, Done:%v} %v\n", how, got.Answer, got.Done, err)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/RealAlexandreAI/json-repair@v0.0.18 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
as it is: {Answer:"Run this:\n```sh\nmake\n```\nand wait.", Done:true} <nil>
repaired: {Answer:"Run this:\n```sh\nmake", Done:false} <nil>
WANT
