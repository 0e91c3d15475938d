package clock

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	openai "github.com/sashabaranov/go-openai"
)

func stamped(ctx context.Context, c *openai.Client, rules string) (openai.ChatCompletionResponse, error) {
	system := "It is " + time.Now().UTC().Format(time.RFC1123) + ".\n" + rules // want `the time of day in the system message changes with each request`
	return c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: openai.ChatMessageRoleSystem, Content: system}}})
}

func filled(ctx context.Context, c *openai.Client, rules string) (openai.ChatCompletionResponse, error) {
	system := fmt.Sprintf("%s\nNow: %s", rules, time.Now().Format("2006-01-02 15:04")) // want `the time of day in the system message`
	return c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: "system", Content: system}}})
}

func dated(ctx context.Context, c *openai.Client, rules, q string) (openai.ChatCompletionResponse, error) {
	system := rules + "\nToday is " + time.Now().Format(time.DateOnly)
	user := time.Now().Format(time.RFC3339) + " " + q
	return c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
		{Role: openai.ChatMessageRoleSystem, Content: system}, {Role: openai.ChatMessageRoleUser, Content: user}}})
}

type chat struct{ system string }

// What is made once when the conversation begins stays.
func begin(rules string) *chat {
	return &chat{"Started " + time.Now().Format(time.RFC3339) + "\n" + rules}
}

func (h *chat) ask(ctx context.Context, c *openai.Client) (openai.ChatCompletionResponse, error) {
	return c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: openai.ChatMessageRoleSystem, Content: h.system}}})
}

type tool struct {
	name   string
	schema any
}

func declared(tools map[string]tool) (out []openai.Tool) {
	for name, t := range tools { // want `built in the order of the map tools`
		out = append(out, openai.Tool{Type: openai.ToolTypeFunction, Function: &openai.FunctionDefinition{Name: name, Parameters: t.schema}})
	}
	return out
}

func ordered(tools []tool) (out []openai.Tool) {
	for _, t := range tools {
		out = append(out, openai.Tool{Type: openai.ToolTypeFunction, Function: &openai.FunctionDefinition{Name: t.name, Parameters: t.schema}})
	}
	return out
}

type own struct {
	Model       string  `json:"model"`
	Messages    []turn  `json:"messages"`
	Temperature float64 `json:"temperature,omitempty"`
	TopP        float64 `json:"top_p"`
}

type turn struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

func zero(ctx context.Context, c *openai.Client, msgs []openai.ChatCompletionMessage) (openai.ChatCompletionResponse, error) {
	_, _ = json.Marshal(own{Model: "m", Temperature: 0, TopP: 0})                                          // want `Temperature 0 is omitted from the request`
	return c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: msgs, Temperature: 0, N: 0}) // want `Temperature 0 is omitted from the request`
}

func warm(ctx context.Context, c *openai.Client, msgs []openai.ChatCompletionMessage, t float32) (openai.ChatCompletionResponse, error) {
	return c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: msgs, Temperature: t})
}

func hourAtTheEnd(ctx context.Context, c *openai.Client, msgs []openai.ChatCompletionMessage) (openai.ChatCompletionResponse, error) {
	hour := openai.ChatCompletionMessage{Role: "system", Content: "It is " + time.Now().Format(time.RFC3339)}
	msgs = append(msgs, hour)
	return c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: msgs})
}

func hourAtTheBeginning(ctx context.Context, c *openai.Client, msgs []openai.ChatCompletionMessage) (openai.ChatCompletionResponse, error) {
	hour := openai.ChatCompletionMessage{Role: "system", Content: "It is " + time.Now().Format(time.RFC3339)} // want `the time of day in the system message`
	return c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: append([]openai.ChatCompletionMessage{hour}, msgs...)})
}

// copied is a request of the port; the adapter copies its fields and sends the zero.
type copied struct {
	Model       string
	Messages    []openai.ChatCompletionMessage
	Temperature float64 `json:"temperature,omitempty"`
	TopP        float64 `json:"top_p,omitempty"`
}

var asked = copied{Model: "m", Temperature: 0, TopP: 0}
