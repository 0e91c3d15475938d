// Package deferred has no fix: a page is made when its function ends.
package deferred

import (
	"context"
	"html/template"
	"net/http"
	"strings"

	"github.com/sashabaranov/go-openai"
)

var home = template.Must(template.New("home").Parse("<p>{{.}}</p>"))

func Home(w http.ResponseWriter, r *http.Request) { defer home.Execute(w, r.URL.Path) }

var review = template.Must(template.New("review").Parse("Review this change:\n{{.}}"))

func Review(ctx context.Context, c *openai.Client, diff string) {
	var b strings.Builder
	review.Execute(&b, diff) // want `of html/template escapes the data of this prompt`
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages: []openai.ChatCompletionMessage{{Role: "user", Content: b.String()}},
	})
}
