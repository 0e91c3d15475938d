#!/usr/bin/env bash
# Sanitization drops a nested value because of a dash in one key, and another key is then missed.
#
# github.com/tmc/langchaingo v0.1.14 (package prompts), Go 1.26, seen on 2026-11-30.
#
# RenderTemplate with WithSanitization escapes the values for a browser, as its documentation says. A nested map that has a key
# with a dash in it is emptied, and the error that tells of the dash is thrown away: rendering then fails because a key that was
# there is missing. Without the option the same values render.
#
# Output seen:
#	lang         plain     "name: Ada" <nil>
#	lang         sanitized "name: Ada" <nil>
#	content-type plain     "name: Ada" <nil>
#	content-type sanitized "" template execution failure: template: template:1:13: executing "template" at <.user.name>: map has no entry for key "name"
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"fmt"

	"github.com/tmc/langchaingo/prompts"
)

func main() {
	for _, key := range []string{"lang", "content-type"} {
		values := map[string]any{"user": map[string]any{"name": "Ada", key: "x"}}
		plain, err := prompts.RenderTemplate("name: {{.user.name}}", prompts.TemplateFormatGoTemplate, values)
		fmt.Printf("%-12s plain     %q %v\n", key, plain, err)
		clean, err := prompts.RenderTemplate("name: {{.user.name}}", prompts.TemplateFormatGoTemplate, values, prompts.WithSanitization())
		fmt.Printf("%-12s sanitized %q %v\n", key, clean, err)
	}
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/tmc/langchaingo@v0.1.14 2>/dev/null
go mod tidy 2>/dev/null
out=$(go run .)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
lang         plain     "name: Ada" <nil>
lang         sanitized "name: Ada" <nil>
content-type plain     "name: Ada" <nil>
content-type sanitized "" template execution failure: template: template:1:13: executing "template" at <.user.name>: map has no entry for key "name"
WANT
