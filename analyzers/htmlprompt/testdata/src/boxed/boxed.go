// Package boxed has no fix: what makes a page does not see that its template is one of html/template.
package boxed

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

var pages = map[string]page{"home": template.Must(template.New("home").Parse("<p>{{.}}</p>"))}

func Home(w http.ResponseWriter, r *http.Request) { pages["home"].Execute(w, r.URL.Path) }

var review = template.Must(template.New("review").Parse("Review this change:\n{{.}}"))

func Review(ctx context.Context, c *openai.Client, diff string) {
	var b strings.Builder
	review.Execute(&b, diff) // want `of html/template escapes the data of this prompt`
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages: []openai.ChatCompletionMessage{{Role: "user", Content: b.String()}},
	})
}
