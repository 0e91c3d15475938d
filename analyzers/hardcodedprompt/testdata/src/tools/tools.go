// Package tools has tools of its own, whose answers stay in the conversation, and a model that answers by itself.
package tools

import (
	"context"
	"errors"
	"fmt"

	openai "github.com/sashabaranov/go-openai"
)

type result struct{ Text string }

type tool interface {
	Run(ctx context.Context, params map[string]any) (result, error)
}

type clock struct{}

func (clock) Run(ctx context.Context, params map[string]any) (result, error) {
	if len(params) == 0 {
		return result{}, errors.New("the clock needs a place to look up")
	}
	return result{Text: fmt.Sprintf("The time at the place %v is not known.", params["place"])}, nil
}

type backend interface {
	Ask(ctx context.Context, messages []openai.ChatCompletionMessage) (string, error)
}

type real struct{ client *openai.Client }

func (r real) Ask(ctx context.Context, messages []openai.ChatCompletionMessage) (string, error) {
	resp, err := r.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: messages})
	if err != nil || len(resp.Choices) == 0 {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}

type dry struct{}

func (dry) Ask(ctx context.Context, messages []openai.ChatCompletionMessage) (string, error) {
	return "This is what a dry run answers.", nil
}

func turn(ctx context.Context, b backend, t tool) error {
	messages := []openai.ChatCompletionMessage{{Role: "user", Content: "Tell me the time in Rome."}} // want `user prompt hardcoded in turn \(6 words, sent by \(tools\.backend\)\.Ask\)`
	answer, err := b.Ask(ctx, messages)
	if err != nil {
		return err
	}
	seen, err := t.Run(ctx, map[string]any{"place": answer})
	if err != nil {
		return err
	}
	messages = append(messages, openai.ChatCompletionMessage{Role: "assistant", Content: answer},
		openai.ChatCompletionMessage{Role: "user", Content: seen.Text})
	_, err = b.Ask(ctx, messages)
	return err
}

// A handler is a tool that is a function.
type handler func(ctx context.Context, params map[string]any) (*result, error)

func failed(text string) *result { return &result{Text: text} }

func lookUp(ctx context.Context, params map[string]any) (*result, error) {
	if params["place"] == nil {
		return failed("There is no place to look up."), nil
	}
	return failed("Nothing is known of that place."), nil
}

var handlers = map[string]handler{"look_up": lookUp}

func filled(ctx context.Context, b backend, name string) error {
	answer, err := handlers[name](ctx, nil)
	if err != nil {
		answer = failed("Nothing was there to be called.")
	}
	more, err := later(ctx, func(ctx context.Context) (*result, error) { return lookUp(ctx, nil) })
	if err != nil {
		return err
	}
	_, err = b.Ask(ctx, []openai.ChatCompletionMessage{{Role: "user", Content: answer.Text + more + "\nWhat follows from what is above?"}}) // want `user prompt hardcoded in filled \(6 words, sent by \(tools\.backend\)\.Ask\)`
	return err
}

func later(ctx context.Context, run func(context.Context) (*result, error)) (string, error) {
	res, err := run(ctx)
	return res.Text, err
}

// note is what a tool answers, and what a prompt is made of by a longer way.
type memo struct{}

func (memo) Run(ctx context.Context, params map[string]any) (result, error) {
	return result{Text: note()}, nil
}

func note() string { return "You are a patient helper who answers in French." } // want `user prompt hardcoded in note \(9 words, sent by \(tools\.backend\)\.Ask\)`

func firm(s string) string   { return s + "." }
func loud(s string) string   { return firm(s) + "!" }
func louder(s string) string { return loud(s) + "?" }

func remind(ctx context.Context, b backend) error {
	seen, err := tool(memo{}).Run(ctx, nil)
	if err != nil {
		return err
	}
	_, err = b.Ask(ctx, []openai.ChatCompletionMessage{{Role: "user", Content: seen.Text}, {Role: "user", Content: louder(note())}})
	return err
}

// A message of a tool whose text is set in a later statement.
func (a *agent) appendResult(call openai.ToolCall, text, kind string) {
	msg := openai.ChatCompletionMessage{Role: "tool", Name: call.Function.Name, ToolCallID: call.ID}
	if kind == "image" {
		msg.MultiContent = []openai.ChatMessagePart{{Type: openai.ChatMessagePartTypeText, Text: text}}
	} else {
		msg.Content = text
	}
	a.messages = append(a.messages, msg)
}

func (a *agent) cancelled(ctx context.Context, call openai.ToolCall) error {
	a.appendResult(call, "The person at the keyboard has refused this command.", "text")
	_, err := a.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: a.messages})
	return err
}

type agent struct {
	client   *openai.Client
	messages []openai.ChatCompletionMessage
}
