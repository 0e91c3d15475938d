// Package answers does things with what a model wrote.
package answers

import (
	"context"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"os/exec"
	"strings"

	openai "github.com/sashabaranov/go-openai"
)

func ask(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil || len(resp.Choices) == 0 {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}

func Shell(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) error {
	line, err := ask(ctx, c, req)
	if err != nil {
		return err
	}
	return exec.CommandContext(ctx, "bash", "-c", strings.TrimSpace(line)).Run() // want `text of a model is executed`
}

func Page(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (template.HTML, error) {
	text, err := ask(ctx, c, req)
	return template.HTML(text), err // want `text of a model is inserted into a page unescaped`
}

func Print(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) error {
	text, err := ask(ctx, c, req)
	fmt.Printf(text) // want `text of a model is used as a format`
	fmt.Println(text)
	return err
}

func Fetch(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (*http.Response, error) {
	text, err := ask(ctx, c, req)
	if err != nil {
		return nil, err
	}
	return http.Get(text) // want `text of a model is requested as a URL`
}

type input struct {
	Command string `json:"command"`
}

func Call(ctx context.Context, call openai.ToolCall) error {
	var in input
	if err := json.Unmarshal([]byte(call.Function.Arguments), &in); err != nil {
		return err
	}
	return exec.CommandContext(ctx, "sh", "-c", in.Command).Run() // want `a tool argument is executed`
}

func Chosen(ctx context.Context, call openai.ToolCall) error {
	var in input
	if err := json.Unmarshal([]byte(call.Function.Arguments), &in); err != nil {
		return err
	}
	switch in.Command {
	case "make test", "make lint":
		return exec.CommandContext(ctx, "sh", "-c", in.Command).Run()
	}
	return nil
}
