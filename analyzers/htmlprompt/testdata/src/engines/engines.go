// Package engines renders prompts with engines made for pages.
package engines

import (
	"context"
	"io"
	"strings"

	"github.com/a-h/templ"
	"github.com/cbroglie/mustache"
	older "github.com/flosch/pongo2/v5"
	"github.com/flosch/pongo2/v6"
	openai "github.com/sashabaranov/go-openai"
)

func ask(ctx context.Context, c *openai.Client, text string) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: "user", Content: text}}})
}

func review(ctx context.Context, c *openai.Client, diff string) {
	text, err := mustache.Render("Review:\n{{diff}}", map[string]string{"diff": diff}) // want `Render of mustache escapes the data of this prompt for a browser`
	if err == nil {
		ask(ctx, c, text)
	}
}

func raw(ctx context.Context, c *openai.Client, diff string) {
	text, err := mustache.Render("Review:\n{{{diff}}}", map[string]string{"diff": diff})
	if err == nil {
		ask(ctx, c, text)
	}
}

func parsed(ctx context.Context, c *openai.Client, t *mustache.Template, diff string) {
	text, err := t.Render(diff) // want `Render of mustache escapes`
	if err == nil {
		ask(ctx, c, text)
	}
}

func jinja(ctx context.Context, c *openai.Client, t *pongo2.Template, diff string) {
	text, err := t.Execute(pongo2.Context{"diff": diff}) // want `Execute of pongo2 escapes`
	if err == nil {
		ask(ctx, c, text)
	}
}

func oldJinja(ctx context.Context, c *openai.Client, t *older.Template, diff string) {
	text, err := t.Execute(older.Context{"diff": diff}) // want `Execute of pongo2 escapes`
	if err == nil {
		ask(ctx, c, text)
	}
}

func component(ctx context.Context, c *openai.Client, t templ.Component) {
	var b strings.Builder
	t.Render(ctx, &b) // want `Render of templ escapes`
	ask(ctx, c, b.String())
}

func page(ctx context.Context, w io.Writer, t templ.Component) error { return t.Render(ctx, w) }

func mail(t *mustache.Template) (string, error) { return t.Render("you") }
