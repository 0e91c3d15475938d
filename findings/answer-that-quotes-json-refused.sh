#!/usr/bin/env bash
# A valid answer is refused because a text in it quotes JSON.
#
# github.com/firebase/genkit/go v1.4.0 (the newest that the module proxy has), Go 1.26, seen on 2026-11-30.
#
# Models wrap JSON in a block of Markdown, so GenerateData looks for one that is marked json before it decodes: also inside a string
# of an answer that is JSON as it is. An assistant that explains a configuration gets its whole answer replaced by the quotation, and the
# error names fields that the answer has. With another quotation the same answer is taken.
#
# Output seen:
#	quotes YAML: title "Setup", error <nil>
#	quotes JSON: title "", error data did not match expected schema: - (root): text is required - (root): title is required
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
	"sort"
	"strings"

	"github.com/firebase/genkit/go/ai"
	"github.com/firebase/genkit/go/genkit"
)

type page struct {
	Title string `json:"title"`
	Text  string `json:"text"`
}

func main() {
	ask("quotes YAML:", "Write:\n```yaml\n{}\n```")
	ask("quotes JSON:", "Write:\n```json {} ```")
}

// ask prints what Genkit makes of the answer of a model that obeys the schema.
func ask(how, text string) {
	ctx := context.Background()
	g := genkit.Init(ctx)
	model := genkit.DefineModel(g, "test/m", &ai.ModelOptions{Supports: &ai.ModelSupports{}},
		func(context.Context, *ai.ModelRequest, ai.ModelStreamCallback) (*ai.ModelResponse, error) {
			answer, err := json.Marshal(page{Title: "Setup", Text: text})
			return &ai.ModelResponse{Message: ai.NewModelTextMessage(string(answer)), FinishReason: ai.FinishReasonStop}, err
		})
	got, _, err := genkit.GenerateData[page](ctx, g, ai.WithModel(model), ai.WithPrompt("How do I set it up?"))
	if got == nil {
		got = &page{}
	}
	said := fmt.Sprint(err)
	if err != nil {
		_, after, ok := strings.Cut(said, "expected schema: ")
		if !ok {
			log.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(after), "\n")
		sort.Strings(lines[1:])
		said = strings.Join(lines, " ")
	}
	fmt.Printf("%s title %q, error %s\n", how, got.Title, said)
}
GO
go mod init example.com/finding 2>/dev/null
go get github.com/firebase/genkit/go@v1.4.0 2>/dev/null
go mod tidy 2>/dev/null
go build -o finding .
out=$(./finding)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'WANT'
quotes YAML: title "Setup", error <nil>
quotes JSON: title "", error data did not match expected schema: - (root): text is required - (root): title is required
WANT
