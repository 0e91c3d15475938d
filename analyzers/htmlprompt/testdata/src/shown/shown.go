// Package shown exports a template, so that others can notice of which package it is.
package shown

import (
	"context"
	"html/template"
	"strings"

	"github.com/sashabaranov/go-openai"
)

var Review = template.Must(template.New("review").Parse("Review this change:\n{{.}}"))

func Ask(ctx context.Context, c *openai.Client, diff string) {
	var b strings.Builder
	Review.Execute(&b, diff) // want `of html/template escapes the data of this prompt`
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages: []openai.ChatCompletionMessage{{Role: "user", Content: b.String()}},
	})
}
