package closed

import (
	"errors"

	"app/model"

	"github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

type Platform string

const (
	OpenAI Platform = "openai"
	Azure  Platform = "azure"
	Claude Platform = "claude"
	Ollama Platform = "ollama"
)

func New(p Platform) (model.Model, error) {
	switch p { // want `New can only create its 3 built-in alternatives for \w+ \(model.OpenAI, model.Claude and so on\); let callers register others or pass a client.*On Extensibility`
	case OpenAI, Azure:
		return model.NewOpenAI(), nil
	case Claude:
		return model.NewClaude()
	case Ollama:
		return model.NewOllama(), nil
	}
	return nil, errors.New("unknown platform")
}

// hidden hides what it makes, as generic providers do.
func hidden() model.Model {
	o := model.NewOllama()
	return o
}

type generic[M model.Model] struct{ model model.Model }

func (generic[M]) Ask(string) (string, error) { return "", nil }

func Generic(name string) model.Model {
	if name == "openai" { // want `Generic can only create its 3 built-in alternatives`
		return generic[*model.OpenAI]{model.NewOpenAI()}
	} else if name == "claude" || name == "anthropic" {
		c, _ := model.NewClaude()
		return c
	} else if name == "ollama" {
		return hidden()
	}
	return nil
}

// Two is a choice between two: a small program has it.
func Two(p Platform) model.Model {
	switch p {
	case OpenAI:
		return model.NewOpenAI()
	case Ollama:
		return model.NewOllama()
	}
	return nil
}

// Label makes no client.
func Label(p Platform) string {
	switch p {
	case OpenAI:
		return "OpenAI"
	case Claude:
		return "Claude"
	case Ollama:
		return "Ollama"
	}
	return ""
}

// Raw uses the clients of the SDKs as they are.
func Raw(name string) any {
	switch { // want `Raw can only create its 3 built-in alternatives for \w+ \(openai.Client, genai.Client and so on\)`
	case name == "openai":
		return openai.NewClient("")
	case name == "genai":
		c, _ := genai.NewClient(nil, nil)
		return c
	case name == "ollama":
		return model.NewOllama()
	}
	return nil
}

// WithCustom lets its caller bring one.
func WithCustom(p Platform, custom model.Model) model.Model {
	switch p {
	case OpenAI:
		return model.NewOpenAI()
	case Claude:
		return &model.Claude{}
	case Ollama:
		return model.NewOllama()
	}
	return custom
}

// Dispatch switches over nothing, and over what is no constant.
func Dispatch(p, q Platform) {
	switch {
	}
	switch p {
	case q:
		_ = model.NewOpenAI()
	}
}
