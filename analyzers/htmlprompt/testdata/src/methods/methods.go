// Package methods has no fix: the method that makes a page is a value.
package methods

import (
	"context"
	"html/template"
	"io"
	"net/http"
	"strings"

	"github.com/sashabaranov/go-openai"
)

var home = template.Must(template.New("home").Parse("<p>{{.}}</p>"))

func Home(w http.ResponseWriter, r *http.Request) { show(w, home.Execute, r.URL.Path) }

func show(w io.Writer, execute func(io.Writer, any) error, data any) { execute(w, data) }

var review = template.Must(template.New("review").Parse("Review this change:\n{{.}}"))

func Review(ctx context.Context, c *openai.Client, diff string) {
	var b strings.Builder
	review.Execute(&b, diff) // want `of html/template escapes the data of this prompt`
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages: []openai.ChatCompletionMessage{{Role: "user", Content: b.String()}},
	})
}
