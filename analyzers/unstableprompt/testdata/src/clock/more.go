package clock

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	openai "github.com/sashabaranov/go-openai"
)

func header() string {
	return "It is " + time.Now().UTC().Format(time.RFC1123) + ".\n" // want `the time of day in the system message`
}

func helped(ctx context.Context, c *openai.Client, rules string) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: "system", Content: header() + rules}}})
}

// A talk has its system message from when it was begun.
type talk struct{ system string }

func beginTalk(rules string) *talk {
	return &talk{system: "Begun " + time.Now().Format(time.RFC1123) + ".\n" + rules}
}

func (t *talk) say(ctx context.Context, c *openai.Client) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: "system", Content: t.system}}})
}

func tools(ctx context.Context, c *openai.Client, byName map[string]openai.Tool) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Tools: slices.Collect(maps.Values(byName))}) // want `the list of tools from Collect is in the order of a map`
}

func sorted(ctx context.Context, c *openai.Client, byName map[string]openai.Tool) {
	list := slices.Collect(maps.Values(byName))
	slices.SortFunc(list, func(a, b openai.Tool) int { return len(a.Function.Name) - len(b.Function.Name) })
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Tools: list})
}

func assigned(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, t float32) {
	req.Temperature = 0 // want `Temperature 0 is omitted from the request`
	c.CreateChatCompletion(ctx, req)
	req.Temperature = t
	c.CreateChatCompletion(ctx, req)
}

const template = "You answer questions about {TOPIC}. It is {NOW}."

func replaced(ctx context.Context, c *openai.Client) {
	text := strings.ReplaceAll(template, "{NOW}", time.Now().Format(time.DateTime)) // want `the time of day in the system message`
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: "system", Content: text}}})
}

// missing replaces what the template does not have.
func missing(ctx context.Context, c *openai.Client) {
	text := strings.ReplaceAll(template, "{TIME}", time.Now().Format(time.DateTime))
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: "system", Content: text}}})
}
