package trusted

import (
	"context"
	"html/template"
	"strings"

	"github.com/sashabaranov/go-openai"
)

// The import cannot be changed: text/template has no type HTML.
func Trusted(ctx context.Context, c *openai.Client, diff string) {
	review := template.Must(template.New("review").Parse("Review this change:\n{{.}}"))
	var b strings.Builder
	review.Execute(&b, template.HTML(diff))
	review.Execute(&b, diff) // want `of html/template escapes the data of this prompt`
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages: []openai.ChatCompletionMessage{{Role: "user", Content: b.String()}},
	})
}
