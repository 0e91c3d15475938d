#!/usr/bin/env bash
# The text of a response is its messages without anything between them, and empty if the model refused.
#
# github.com/openai/openai-go/v3 v3.99.0, Go 1.26, seen on 2026-11-30.
#
# Response.OutputText joins the texts of all messages of a response as they are: a remark before a tool call or an answer in two messages run into
# each other, "Let me look.Paris", which a parser of the last line, a JSON decoder or a reader does not expect. A refusal is no text, so
# OutputText is "" without an error, and so is Content of a chat completion. Read Output by message, and Refusal.
#
# Output seen:
#	response "Let me look.Paris" completed
#	response "" completed
#	chat     "" stop
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

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/responses"
)

func main() {
	for _, output := range []string{
		`[{"type":"message","content":[{"type":"output_text","text":"Let me look."}]},{"type":"message","content":[{"type":"output_text","text":"Paris"}]}]`,
		`[{"type":"message","content":[{"type":"refusal","refusal":"I cannot help with that."}]}]`,
	} {
		var r responses.Response
		if err := json.Unmarshal([]byte(`{"status":"completed","output":`+output+`}`), &r); err != nil {
			log.Fatal(err)
		}
		fmt.Printf("response %q %s\n", r.OutputText(), r.Status)
	}
	var c openai.ChatCompletion
	if err := json.Unmarshal([]byte(`{"choices":[{"finish_reason":"stop","message":{"content":null,"refusal":"I cannot help with that."}}]}`), &c); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("chat     %q %s\n", c.Choices[0].Message.Content, c.Choices[0].FinishReason)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/openai/openai-go/v3@v3.99.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
response "Let me look.Paris" completed
response "" completed
chat     "" stop
WANT
