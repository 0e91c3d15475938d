package lib

import (
	"cmp"
	"context"
	"os"

	"github.com/sashabaranov/go-openai"
)

const title = "gpt-4.1-mini" // want `model ID "gpt-4.1-mini" is fixed for every importer of package lib; make it a parameter or option and keep "gpt-4.1-mini" as its default`

func Title(ctx context.Context, c *openai.Client) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: title})
}

func Literal(ctx context.Context, c *openai.Client) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4.1"}) // want `model ID "gpt-4.1"`
}

func Default(ctx context.Context, c *openai.Client, model string) {
	if model == "" {
		model = "gpt-4o"
	}
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: model})
}

func Environment(ctx context.Context, c *openai.Client) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: cmp.Or(os.Getenv("MODEL"), "gpt-4o-mini")})
}

type Client struct {
	client *openai.Client
	Model  string
}

func New(c *openai.Client) *Client { return &Client{client: c, Model: "o4-mini"} }

// Ask uses a field that other packages can set.
func (c *Client) Ask(ctx context.Context) {
	c.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: c.Model})
}

var catalogue = map[string]string{"fast": "gpt-5-nano", "good": "gpt-5"}

func Choose(ctx context.Context, c *openai.Client, kind string) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: catalogue[kind]})
}

// Options of the caller may set another model.
func Options(ctx context.Context, c *openai.Client, options ...func(*openai.ChatCompletionRequest)) {
	req := &openai.ChatCompletionRequest{Model: "gpt-4.1"}
	for _, o := range options {
		o(req)
	}
	c.CreateChatCompletion(ctx, *req)
}

// AskDefault is for those who do not want to choose.
func AskDefault(ctx context.Context, c *openai.Client) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4.1"})
}

func askDefault(ctx context.Context, c *openai.Client) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4.1"}) // want `model ID "gpt-4.1"`
}

// Swap keeps the request in variables that are set to each other.
func Swap(ctx context.Context, c *openai.Client) {
	req := &openai.ChatCompletionRequest{Model: "gpt-4.1"} // want `model ID "gpt-4.1"`
	kept, other := req, req
	show := func() { println(kept.Model, other.Model) }
	for range 2 {
		kept, other = other, kept
		show()
	}
	c.CreateChatCompletion(ctx, *kept)
}

// Healthy asks for nothing but whether the service answers.
func Healthy(ctx context.Context, c *openai.Client) error {
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4.1-nano"})
	return err
}

func Answered(ctx context.Context, c *openai.Client) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4.1-nano"}) // want `model ID "gpt-4.1-nano"`
	if err != nil || len(resp.Choices) == 0 {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}
