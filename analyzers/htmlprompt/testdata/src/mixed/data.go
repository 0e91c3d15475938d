package mixed

import (
	"context"
	"strings"

	"github.com/sashabaranov/go-openai"
)

type (
	score  int
	level  int
	hidden struct {
		name  string
		Count int
	}
)

func (level) Name() string { return "high" }

// Data tells what has text to escape from what has none.
func Data(ctx context.Context, c *openai.Client, err error, names map[int]string, counts map[int]int) {
	var b strings.Builder
	tmpl.Execute(&b, err)      // want `of html/template escapes the data of this prompt`
	tmpl.Execute(&b, level(1)) // want `of html/template escapes the data of this prompt`
	tmpl.Execute(&b, names)    // want `of html/template escapes the data of this prompt`
	tmpl.Execute(&b, counts)
	tmpl.Execute(&b, score(1))
	tmpl.Execute(&b, hidden{Count: 1})
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages: []openai.ChatCompletionMessage{{Role: "user", Content: b.String()}},
	})
}
