#!/usr/bin/env bash
# A percent sign in a prompt garbles it, although nothing is filled in.
#
# github.com/firebase/genkit/go v1.4.0, Go 1.26, seen on 2026-11-30.
#
# ai.WithSystem and ai.WithPrompt take a text and, if wanted, arguments, and pass both to fmt.Sprintf, also where there are no
# arguments. So "100% sure" and a question of a user that has a percent sign in it reach the model with "%!s(MISSING)" in them. No
# error is returned, and go vet, which knows functions that call Sprintf, says nothing, since the call stands in a closure. The
# present source of the library, of which the Go module proxy had no release, leaves a text without arguments alone.
#
# Output seen:
#	system "Be 100%!s(MISSING)ure."
#	user "Is 5%!o(MISSING)f 20 one?"
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >main.go <<'GO'
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/firebase/genkit/go/ai"
	"github.com/firebase/genkit/go/genkit"
)

func main() {
	ctx := context.Background()
	g := genkit.Init(ctx)
	model := func(_ context.Context, r *ai.ModelRequest, _ ai.ModelStreamCallback) (*ai.ModelResponse, error) {
		for _, m := range r.Messages {
			fmt.Printf("%s %q\n", m.Role, m.Text())
		}
		return &ai.ModelResponse{Request: r, Message: ai.NewModelTextMessage("yes")}, nil
	}
	genkit.DefineModel(g, "test/model", &ai.ModelOptions{Supports: &ai.ModelSupports{Multiturn: true, SystemRole: true}}, model)
	question := "Is 5% of 20 one?"
	if _, err := genkit.Generate(ctx, g, ai.WithModelName("test/model"), ai.WithSystem("Be 100% sure."), ai.WithPrompt(question)); err != nil {
		log.Fatal(err)
	}
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/firebase/genkit/go@v1.4.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
system "Be 100%!s(MISSING)ure."
user "Is 5%!o(MISSING)f 20 one?"
WANT
