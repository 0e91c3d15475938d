package local

import (
	"bytes"
	"context"
	"html/template"
	"strings"

	"github.com/sashabaranov/go-openai"
)

var (
	review = template.Must(template.New("review").Parse("Review this change:\n{{.}}"))
	count  = template.Must(template.New("count").Parse("Give {{.}} reasons for the change."))
	named  = template.Must(template.New("all").Parse(`{{define "one"}}Explain {{.Text}}{{end}}`))
)

func ask(ctx context.Context, c *openai.Client, prompt string) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages: []openai.ChatCompletionMessage{{Role: "user", Content: prompt}},
	})
}

func Review(ctx context.Context, c *openai.Client, diff string) {
	var b bytes.Buffer
	review.Execute(&b, diff) // want `Execute of html/template escapes the data of this prompt`
	ask(ctx, c, b.String())
}

func Explain(ctx context.Context, c *openai.Client, diff string) {
	var b strings.Builder
	named.ExecuteTemplate(&b, "one", struct{ Text string }{diff}) // want `ExecuteTemplate of html/template escapes the data of this prompt`
	ask(ctx, c, b.String())
}

// A number has nothing to escape.
func Count(ctx context.Context, c *openai.Client, n int) {
	var b strings.Builder
	count.Execute(&b, n)
	ask(ctx, c, b.String())
}

func Nothing(ctx context.Context, c *openai.Client) {
	var b strings.Builder
	review.Execute(&b, nil)
	ask(ctx, c, b.String())
}
