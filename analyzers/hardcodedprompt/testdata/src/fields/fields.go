package fields

import (
	"context"
	"fmt"

	openai "github.com/sashabaranov/go-openai"
)

// A turn is a message of our own.
type turn struct{ who, text, note string }

type backend interface {
	send(ctx context.Context, turns []turn) (string, error)
}

type real struct{ client *openai.Client }

func (r real) send(ctx context.Context, turns []turn) (string, error) {
	var messages []openai.ChatCompletionMessage
	for _, t := range turns {
		messages = append(messages, openai.ChatCompletionMessage{Role: t.who, Content: t.text})
	}
	resp, err := r.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: messages})
	if err != nil || len(resp.Choices) == 0 {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}

func run(ctx context.Context, b backend) (string, error) {
	return b.send(ctx, []turn{{
		who:  "system",
		text: "You review the code of beginners.", // want `prompt hardcoded in run \(6 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`
		note: "shown to nobody but us here",
	}})
}

// A message in a package variable.
var greeting openai.ChatCompletionMessage

func greet(ctx context.Context, c *openai.Client) error {
	greeting.Role = "user"
	greeting.Content = "Say hello to the new user." // want `prompt hardcoded in greet \(6 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{greeting}})
	return err
}

// A function that reads a response shows the model how an assistant answers.
func shown(ctx context.Context, c *openai.Client, question string) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
		{Role: "assistant", Content: "The sky is blue, as far as I know."}, // want `assistant message hardcoded in shown \(9 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`
		{Role: "user", Content: question},
	}})
	if err != nil || len(resp.Choices) == 0 {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}

// A field that is filled into another text is data, unless its name says that it is a prompt.
type guide struct{ systemPrompt, town string }

func newGuide() guide {
	return guide{
		systemPrompt: "You lead visitors through the town.", // want `user prompt hardcoded in newGuide \(6 words`
		town:         "the small town on the river",
	}
}

func (g guide) lead(ctx context.Context, c *openai.Client, question string) error {
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
		{Role: "user", Content: fmt.Sprintf("%s\n\nTown: %s\n\n%s", g.systemPrompt, g.town, question)},
	}})
	return err
}

func lead(ctx context.Context, c *openai.Client) error { return newGuide().lead(ctx, c, "") }

// What a tool has answered is data, whichever field of the answer a message is made of.
type toolCallResult struct{ Name, Answer string }

func answer(ctx context.Context, c *openai.Client) error {
	return tell(ctx, c, toolCallResult{Name: "read", Answer: "There is no file of that name here."})
}

func tell(ctx context.Context, c *openai.Client, r toolCallResult) error {
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
		{Role: "user", Content: r.Answer},
	}})
	return err
}
