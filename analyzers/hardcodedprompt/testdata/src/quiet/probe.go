package quiet

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

type prober struct{ c *openai.Client }

func (p prober) ask(ctx context.Context, system, user string) (string, error) {
	r, err := p.c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
		{Role: "system", Content: system},
		{Role: "user", Content: user},
	}})
	if err != nil || len(r.Choices) == 0 {
		return "", err
	}
	return r.Choices[0].Message.Content, nil
}

// Health only asks whether there is an answer.
func (p prober) Health(ctx context.Context) error {
	_, err := p.ask(ctx, "You are here for a test.", "Say that you are there.")
	return err
}

func (p prober) greet(ctx context.Context) (string, error) {
	return p.ask(ctx, "You are here to greet.", // want `system prompt hardcoded in greet \(5 words`
		"Say that you are glad.") // want `user prompt hardcoded in greet \(5 words`
}

type order struct {
	System, User string
	Limit        int
}

type reply struct{ Text string }

func (p prober) generate(ctx context.Context, o *order) (*reply, error) {
	r, err := p.c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages:  []openai.ChatCompletionMessage{{Role: "user", Content: o.System + "\n\n" + o.User}},
		MaxTokens: o.Limit,
	})
	if err != nil || len(r.Choices) == 0 {
		return nil, err
	}
	return &reply{Text: r.Choices[0].Message.Content}, nil
}

// Alive sends a request that has a type of its own.
func (p prober) Alive(ctx context.Context) error {
	o := &order{System: "You are here for a test.", User: "Say that you are there.", Limit: 10}
	_, err := p.generate(ctx, o)
	return err
}
