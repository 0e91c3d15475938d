package sniff

import (
	"context"
	"os"
	"regexp"
	"strings"

	"github.com/sashabaranov/go-openai"
)

type client struct {
	client *openai.Client
	model  string
	name   string
}

func (c *client) ask(ctx context.Context) {
	c.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: c.model})
}

func (c *client) tools() bool {
	return !strings.Contains(strings.ToLower(c.model), "deepseek") // want `tools branches on (the substrings? |matches of )"deepseek"`
}

func (c *client) several() int {
	if strings.HasPrefix(c.model, "o1-") || // want `several branches on (the substrings? |matches of )"o1-", "mini", "gpt"`
		strings.HasSuffix(c.model, "mini") {
		return 1
	}
	if strings.HasPrefix(c.model, "gpt") {
		return 2
	}
	return 0
}

func isClaude(id string) bool {
	return strings.Contains(id, "claude") // want `isClaude branches on (the substrings? |matches of )"claude"`
}

func (c *client) claude() bool { return isClaude(c.model) }

var reasoning = regexp.MustCompile(`o\d-mini`) // want `thinks branches on (the substrings? |matches of )"o\\d-mini"`

func (c *client) thinks() bool { return reasoning.MatchString(c.model) }

var arn = regexp.MustCompile(`^arn:aws:bedrock:`)

func (c *client) documented() bool {
	return strings.HasPrefix(c.model, "anthropic.") || strings.HasPrefix(c.model, "openai/") || strings.HasPrefix(c.model, "ft:") ||
		strings.HasPrefix(c.model, "/load") || strings.HasPrefix(c.model, "http://localhost") || strings.HasSuffix(c.model, ":free") || strings.Contains(c.model, "/") || arn.MatchString(c.model)
}

var windows = map[string]int{"gpt-4.1": 1_000_000}

func (c *client) exact() int {
	if c.model == "gpt-4o" || strings.EqualFold(c.model, "o3") {
		return 128_000
	}
	return windows[c.model]
}

// Other text is not sniffed at.
func (c *client) other() bool { return strings.Contains(c.name, "gpt") }

// Keys of a map are none of what it holds.
func (c *client) settings(ctx context.Context, settings map[string]string) map[string]string {
	shown := map[string]string{}
	for key, value := range settings {
		if strings.Contains(key, "token") {
			value = "[redacted]"
		}
		shown[key] = value
	}
	c.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: settings["model"]})
	return shown
}

// What a user writes is a prompt, or the name of a model after a command.
func (c *client) chat(ctx context.Context, written string) {
	if strings.Contains(written, "gpt") {
		written = strings.TrimSpace(written)
	}
	command, rest, _ := strings.Cut(written, " ")
	if command == "/model" {
		c.model = rest
		return
	}
	c.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Model:    c.model,
		Messages: []openai.ChatCompletionMessage{{Content: written}},
	})
}

// A variable that is nothing but a model's id.
func (c *client) fromEnvironment(ctx context.Context) {
	model := os.Getenv("MODEL")
	if strings.HasPrefix(strings.ToLower(model), "gemini") { // want `fromEnvironment branches on (the substrings? |matches of )"gemini"`
		return
	}
	c.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: model})
}

// A part of it that is cut out by an expression which is given.
func (c *client) cut(part *regexp.Regexp) bool { return part.MatchString(c.model) }

func (c *client) failing() (bool, error) {
	re, err := regexp.Compile("llama-?[23]") // want `failing branches on (the substrings? |matches of )"llama-\?\[23\]"`
	if err != nil {
		return false, err
	}
	return re.MatchString(c.model), nil
}
