// Package passed has no fix: a function for all kinds of templates makes a page.
package passed

import (
	"context"
	"html/template"
	"io"
	"net/http"
	"strings"

	"github.com/sashabaranov/go-openai"
)

type page interface {
	Execute(w io.Writer, data any) error
}

var home = template.Must(template.New("home").Parse("<p>{{.}}</p>"))

func Home(w http.ResponseWriter, r *http.Request) { show(w, home, r.URL.Path) }

func show[P page](w io.Writer, p P, data any) { p.Execute(w, data) }

var review = template.Must(template.New("review").Parse("Review this change:\n{{.}}"))

func Review(ctx context.Context, c *openai.Client, diff string) {
	var b strings.Builder
	review.Execute(&b, diff) // want `of html/template escapes the data of this prompt`
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages: []openai.ChatCompletionMessage{{Role: "user", Content: b.String()}},
	})
}
