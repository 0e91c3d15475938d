// Package mixed makes a prompt and a page, so nobody can change the import without making the page unsafe.
package mixed

import (
	"bytes"
	"context"
	"html/template"
	"net/http"

	"github.com/sashabaranov/go-openai"
)

var tmpl = template.Must(template.New("t").Parse("Text: {{.}}"))

func Ask(ctx context.Context, c *openai.Client, text string) {
	var b bytes.Buffer
	tmpl.Execute(&b, text) // want `of html/template escapes the data of this prompt`
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages: []openai.ChatCompletionMessage{{Role: "user", Content: b.String()}},
	})
}

func Page(w http.ResponseWriter, r *http.Request) { tmpl.Execute(w, r.FormValue("text")) }
