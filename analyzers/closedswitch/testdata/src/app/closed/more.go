package closed

import (
	"app/model"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/ollama/ollama/api"
	"github.com/sashabaranov/go-openai"
)

// Three names, two clients.
func Twice(p Platform) model.Model {
	switch p {
	case OpenAI:
		return model.NewOpenAI()
	case Azure:
		return model.NewOpenAI()
	case Ollama:
		return model.NewOllama()
	}
	return nil
}

// One alternative makes two, one makes none.
func Pair(p Platform) []model.Model {
	switch p {
	case OpenAI:
		return []model.Model{model.NewOpenAI(), &model.Claude{}}
	case Ollama:
		return []model.Model{model.NewOllama()}
	case Azure:
		return nil
	}
	return nil
}

type wrapped struct{ client *openai.Client }

func (wrapped) Ask(string) (string, error) { return "", nil }

// What wraps a client is the one that is named.
func Wrapped(name string) model.Model {
	switch name { // want `built-in alternatives for \w+ \(wrapped, model.Claude and so on\)`
	case "openai":
		return wrapped{openai.NewClient("")}
	case "claude":
		return &model.Claude{}
	case "ollama":
		return model.NewOllama()
	}
	return nil
}

// Requests makes no client.
func Requests(name string) any {
	switch name {
	case "openai":
		return openai.ChatCompletionRequest{}
	case "claude":
		return anthropic.MessageNewParams{}
	case "ollama":
		return api.ChatRequest{}
	}
	return nil
}

type asker func(string) (string, error)

func (a asker) Ask(text string) (string, error) { return a(text) }

func canned() asker { return nil }

// A function with a method is no client.
func Functions(name string) model.Model {
	switch name {
	case "openai":
		return model.NewOpenAI()
	case "ollama":
		return model.NewOllama()
	case "none":
		return canned()
	}
	return nil
}

// What each condition asks is no key.
func Asks(ready func(string) bool) model.Model {
	if ready("openai") {
		return model.NewOpenAI()
	}
	if ready("claude") {
		return &model.Claude{}
	}
	if ready("ollama") {
		return model.NewOllama()
	}
	return nil
}

var current model.Model

// The chain is the end of the function, and a constant may stand first.
func Set(name string) {
	if "openai" == name { // want `Set can only create its 3 built-in alternatives`
		current = model.NewOpenAI()
	}
	if "claude" == name {
		current = &model.Claude{}
	}
	if "ollama" == name {
		current = model.NewOllama()
	}
}

type logger interface{ Log(text string) }

// Neither a logger nor anything nor a function without a result can be a client.
func With(p Platform, l logger, extra any, done func()) model.Model {
	switch p { // want `With can only create its 3 built-in alternatives`
	case OpenAI:
		return model.NewOpenAI()
	case Claude:
		return &model.Claude{}
	case Ollama:
		return model.NewOllama()
	}
	return nil
}
