package fields

import (
	"context"

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
