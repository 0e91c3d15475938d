package sniff

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/sashabaranov/go-openai"
)

type listed struct{ ID, Owner string }

type chooser struct {
	client *openai.Client
	model  string
}

func (c *chooser) ask(ctx context.Context) {
	c.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: c.model})
}

// limit knows the models that it knows, and says so of others.
func (c *chooser) limit() (int, error) {
	switch {
	case c.model == "gpt-4":
		return 8_000, nil
	case strings.HasPrefix(c.model, "gpt-4o"), strings.HasPrefix(c.model, "o1"):
		return 128_000, nil
	}
	return 0, fmt.Errorf("unknown model %s", c.model)
}

func (c *chooser) window() (int, bool) {
	if strings.Contains(c.model, "large") {
		return 128_000, true
	}
	return 0, false
}

// guess takes all others for small ones.
func (c *chooser) guess() (int, error) {
	if c.model == "" {
		return 0, errors.New("no model")
	}
	if strings.Contains(c.model, "large") { // want `guess branches on the substring "large" of a model ID; look capabilities up by exact ID or configure them`
		return 128_000, nil
	}
	return 8_000, nil
}

// own returns a model of the vendor, or the default.
func (c *chooser) own(model string) string {
	if strings.HasPrefix(model, "gpt-") {
		return model
	}
	return "gpt-4o"
}

func (c *chooser) askOwn(ctx context.Context, model string) {
	c.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: c.own(model)})
}

// family looks at a piece.
func (c *chooser) family() string {
	parts := strings.Split(c.model, "-")
	if strings.HasPrefix(parts[0], "gpt") {
		return "gpt"
	}
	return parts[0]
}

// file reads a model from a file, whose name is no ID.
func (c *chooser) file() bool { return strings.HasSuffix(c.model, ".toml") }

// search gives what fits, in a list of one's own.
func search(ctx context.Context, c *openai.Client, models []listed) (out []listed) {
	for _, m := range models {
		c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: m.ID})
	}
	for _, m := range models {
		if strings.Contains(strings.ToLower(m.ID), "embed") {
			out = append(out, m)
		}
	}
	return out
}

// set decides about each.
func set(ctx context.Context, c *openai.Client, models []string) {
	for _, m := range models {
		req := openai.ChatCompletionRequest{Model: m}
		if strings.Contains(m, "thinking") { // want `set branches on the substring "thinking"`
			req.MaxTokens = 0
		}
		c.CreateChatCompletion(ctx, req)
	}
}
