package chat

import (
	"context"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

const defaultModel = "gpt-4-32k" // want `model "gpt-4-32k" was retired by OpenAI on 2025-06-06 and calls to it fail`

func Ask(ctx context.Context, c *openai.Client, model string) {
	if model == "" {
		model = defaultModel
	}
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: model})
}

func Literal(ctx context.Context, c *openai.Client) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "text-davinci-003"}) // want `use "gpt-5-mini"`
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o"})
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-5"})
}

func Claude(ctx context.Context, c anthropic.Client) {
	c.Messages.New(ctx, anthropic.MessageNewParams{Model: "claude-3-5-sonnet-latest"}) // want `model "claude-3-5-sonnet-latest" was retired by Anthropic on 2025-10-28 and calls to it fail`
}

func Gemini(ctx context.Context, c *genai.Client) {
	c.Models.GenerateContent(ctx, "models/gemini-1.5-pro", nil, nil) // want `model "models/gemini-1\.5-pro" was retired by Google on 2025-09-29 and calls to it fail`
	c.Models.GenerateContent(ctx, "gemini-1.0-pro", nil, nil)        // want `model "gemini-1\.0-pro" was retired by Google on 2025-02-18 and calls to it fail`
}

type offer struct {
	id    string
	price float64
}

var offers = []offer{{"gpt-4-vision-preview", 10}, {"gpt-4.1", 2}}

type model struct{ label string }

// There are these models to choose from.
var models = map[string]model{
	"claude-2.0":             {"Claude 2"},
	"claude-2.1":             {"Claude 2.1"},
	"claude-3-opus-20240229": {"Claude 3 Opus"},
}

func Check(ctx context.Context, c anthropic.Client) {
	for id := range models {
		c.Messages.New(ctx, anthropic.MessageNewParams{Model: anthropic.Model(id)})
	}
}

type vendor struct{ name, first string }

// Each vendor has a default.
var vendors = []vendor{
	{"anthropic", "claude-2.1"},  // want `model "claude-2\.1" was retired`
	{"google", "gemini-1.0-pro"}, // want `model "gemini-1\.0-pro" was retired`
	{"openai", "gpt-4.1"},
}

func First(ctx context.Context, c anthropic.Client) {
	c.Messages.New(ctx, anthropic.MessageNewParams{Model: anthropic.Model(vendors[0].first)})
}

func Choose(ctx context.Context, c *openai.Client, i int) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: offers[i].id})
}

// Who asks for a model by its name gets it.
func Named(ctx context.Context, c anthropic.Client, name string) {
	var model anthropic.Model
	switch name {
	case "claude-3-opus-20240229":
		model = anthropic.Model("claude-3-opus-20240229")
	case "opus":
		model = anthropic.Model("claude-3-opus-20240229") // want `model "claude-3-opus-20240229" was retired`
	default:
		model = "claude-2.1" // want `model "claude-2\.1" was retired`
	}
	if name == "claude-3-sonnet-20240229" {
		model = "claude-3-sonnet-20240229"
	}
	c.Messages.New(ctx, anthropic.MessageNewParams{Model: model})
}
