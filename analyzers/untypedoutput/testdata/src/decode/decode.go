// Package decode holds requests whose response is decoded, with and without a schema.
package decode

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	openai "github.com/sashabaranov/go-openai"
)

type ticket struct {
	Title string   `json:"title"`
	Tags  []string `json:"tags"`
}

func direct(ctx context.Context, c *openai.Client, model string, msgs []openai.ChatCompletionMessage) (t ticket, err error) {
	resp, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: model, Messages: msgs}) // want `response of \(\*openai.Client\).CreateChatCompletion is decoded as JSON, but its request sets no schema`
	if err != nil || len(resp.Choices) == 0 {
		return t, err
	}
	err = json.Unmarshal([]byte(resp.Choices[0].Message.Content), &t)
	return t, err
}

// trimmed cuts a fence away first, and decodes in a helper.
func trimmed(ctx context.Context, c *openai.Client, model string, msgs []openai.ChatCompletionMessage) (ticket, error) {
	req := openai.ChatCompletionRequest{Model: model, Messages: msgs}
	req.MaxTokens = 500
	resp, err := c.CreateChatCompletion(ctx, req) // want `set ChatCompletionRequest.ResponseFormat`
	if err != nil {
		return ticket{}, err
	}
	if len(resp.Choices) == 0 {
		return ticket{}, errors.New("no answer")
	}
	return parse(resp.Choices[0].Message.Content)
}

func parse(text string) (t ticket, err error) {
	text = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(text), "```json"), "```")
	if i := strings.IndexByte(text, '{'); i > 0 {
		text = text[i:]
	}
	return t, json.NewDecoder(strings.NewReader(text)).Decode(&t)
}

// withMode asks for JSON.
func withMode(ctx context.Context, c *openai.Client, model string, msgs []openai.ChatCompletionMessage) (t ticket, err error) {
	resp, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: model, Messages: msgs,
		ResponseFormat: &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONObject}})
	if err != nil || len(resp.Choices) == 0 {
		return t, err
	}
	return t, json.Unmarshal([]byte(resp.Choices[0].Message.Content), &t)
}

// onOnePath sets the format where the caller wants it.
func onOnePath(ctx context.Context, c *openai.Client, strict bool, msgs []openai.ChatCompletionMessage) (t ticket, err error) {
	req := openai.ChatCompletionRequest{Messages: msgs}
	if strict {
		req.ResponseFormat = &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONObject}
	}
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil || len(resp.Choices) == 0 {
		return t, err
	}
	return t, json.Unmarshal([]byte(resp.Choices[0].Message.Content), &t)
}

// withTool decodes what a tool was called with.
func withTool(ctx context.Context, c *openai.Client, tool openai.Tool, msgs []openai.ChatCompletionMessage) (t ticket, err error) {
	resp, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: msgs, Tools: []openai.Tool{tool}})
	if err != nil || len(resp.Choices) == 0 || len(resp.Choices[0].Message.ToolCalls) == 0 {
		return t, err
	}
	return t, json.Unmarshal([]byte(resp.Choices[0].Message.ToolCalls[0].Function.Arguments), &t)
}

// fromCaller gets a request of which nothing is known.
func fromCaller(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (t ticket, err error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil || len(resp.Choices) == 0 {
		return t, err
	}
	return t, json.Unmarshal([]byte(resp.Choices[0].Message.Content), &t)
}

// filledElsewhere hands the address of its request to others.
func filledElsewhere(ctx context.Context, c *openai.Client, fill func(*openai.ChatCompletionRequest)) (t ticket, err error) {
	var req openai.ChatCompletionRequest
	fill(&req)
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil || len(resp.Choices) == 0 {
		return t, err
	}
	return t, json.Unmarshal([]byte(resp.Choices[0].Message.Content), &t)
}

// shown is no JSON.
func shown(ctx context.Context, c *openai.Client, model string, msgs []openai.ChatCompletionMessage) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: model, Messages: msgs})
	if err != nil || len(resp.Choices) == 0 {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}

// talk takes an answer that is no JSON for what it says.
func talk(ctx context.Context, c *openai.Client, model string, msgs []openai.ChatCompletionMessage) ([]ticket, string, error) {
	resp, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: model, Messages: msgs})
	if err != nil || len(resp.Choices) == 0 {
		return nil, "", err
	}
	ts, said := ticketsIn(resp.Choices[0].Message.Content)
	return ts, said, nil
}

func ticketsIn(text string) ([]ticket, string) {
	text = strings.TrimSpace(text)
	var ts []ticket
	if err := json.Unmarshal([]byte(strings.Trim(text, "`")), &ts); err == nil && len(ts) > 0 {
		return ts, ""
	}
	return nil, text
}

// guess returns the text in any case, and takes one that is no JSON for an answer.
func guess(ctx context.Context, c *openai.Client, model string, msgs []openai.ChatCompletionMessage) (bool, string, error) {
	resp, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: model, Messages: msgs}) // want `set ChatCompletionRequest.ResponseFormat`
	if err != nil || len(resp.Choices) == 0 {
		return false, "", err
	}
	text := resp.Choices[0].Message.Content
	var v struct{ Good bool }
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		return strings.Contains(text, "true"), text, nil
	}
	return v.Good, text, nil
}
