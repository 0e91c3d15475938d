// Package named has no fix: an excluded file passes on what has the type.
package named

import (
	"context"
	"html/template"
	"strings"

	"github.com/sashabaranov/go-openai"
)

var review = template.Must(template.New("review").Parse("Review this change:\n{{.}}"))

func Review(ctx context.Context, c *openai.Client, diff string) {
	var b strings.Builder
	review.Execute(&b, diff) // want `of html/template escapes the data of this prompt`
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages: []openai.ChatCompletionMessage{{Role: "user", Content: b.String()}},
	})
}
