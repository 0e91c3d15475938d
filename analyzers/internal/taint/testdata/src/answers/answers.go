// Package answers does what a model says.
package answers

import (
	"context"
	"encoding/json"
	"os/exec"
	"strings"

	"github.com/sashabaranov/go-openai"
)

func ask(ctx context.Context, c *openai.Client, q string) (string, error) {
	r, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: "user", Content: q}}})
	if err != nil || len(r.Choices) == 0 {
		return "", err
	}
	return r.Choices[0].Message.Content, nil
}

func shell(ctx context.Context, c *openai.Client) error {
	text, err := ask(ctx, c, "Which command?")
	if err != nil {
		return err
	}
	cmd := strings.TrimSpace(text)
	return exec.Command("sh", "-c", cmd).Run() // want `output to exec`
}

func decoded(ctx context.Context, c *openai.Client) error {
	text, err := ask(ctx, c, "Which command, as JSON?")
	if err != nil {
		return err
	}
	var plan struct{ Steps []string }
	if err := json.Unmarshal([]byte(text), &plan); err != nil {
		return err
	}
	for _, s := range plan.Steps {
		exec.Command("sh", "-c", s).Run() // want `output to exec`
	}
	return nil
}
