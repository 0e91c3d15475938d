package asks

import (
	"context"
	"fmt"
	"render"

	"github.com/sashabaranov/go-openai"
)

func ask(ctx context.Context, c *openai.Client, prompt string) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages: []openai.ChatCompletionMessage{{Role: "user", Content: prompt}},
	})
}

func Review(ctx context.Context, c *openai.Client, diff string) error {
	prompt, err := render.Text("review", map[string]any{"diff": diff}) // want `render.Text renders this prompt with html/template`
	ask(ctx, c, prompt)
	return err
}

// Again is the same fault, which the first finding covers.
func Again(ctx context.Context, c *openai.Client, diff string) error {
	prompt, err := render.Text("again", map[string]any{"diff": diff})
	ask(ctx, c, prompt)
	return err
}

func Plain(ctx context.Context, c *openai.Client, diff string) error {
	prompt, err := render.Plain("Review {{.diff}}", map[string]any{"diff": diff})
	ask(ctx, c, prompt)
	return err
}

func Mail(text string) {
	mail, _ := render.Text("mail", map[string]any{"text": text})
	fmt.Println(mail)
}
