#!/usr/bin/env bash
# A name in a prompt becomes True.
#
# github.com/tmc/langchaingo v0.1.14 with github.com/nikolalohinski/gonja v1.5.3, Go 1.26, seen on 2026-11-30.
#
# `{{ name or "friend" }}` is how Jinja templates give a default: in Jinja, or and and yield one of their operands. The engine
# behind TemplateFormatJinja2 yields a boolean, so a prompt that was written and tested in Python greets "True". Eino uses the same
# engine. No error is returned; the filter default does what is meant.
#
# Output seen:
#	{{ name or "friend" }}: True
#	{{ missing or "friend" }}: True
#	{{ name and "known" }}: True
#	{{ name|default("friend") }}: Ada
#	{{ missing|default("friend") }}: friend
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"fmt"
	"log"

	"github.com/tmc/langchaingo/prompts"
)

func main() {
	for _, template := range []string{
		`{{ name or "friend" }}`, `{{ missing or "friend" }}`, `{{ name and "known" }}`, `{{ name|default("friend") }}`, `{{ missing|default("friend") }}`,
	} {
		text, err := prompts.RenderTemplate(template, prompts.TemplateFormatJinja2, map[string]any{"name": "Ada"})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %s\n", template, text)
	}
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/tmc/langchaingo@v0.1.14 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
{{ name or "friend" }}: True
{{ missing or "friend" }}: True
{{ name and "known" }}: True
{{ name|default("friend") }}: Ada
{{ missing|default("friend") }}: friend
WANT
