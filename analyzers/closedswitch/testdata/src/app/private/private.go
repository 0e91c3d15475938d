// Package private has a function that adds to its choice, for itself alone, and clients that can be closed.
package private

import (
	"io"

	"app/model"
)

type (
	openAI struct{ *model.OpenAI }
	claude struct{ *model.Claude }
	ollama struct{ *model.Ollama }
)

func (*openAI) Close() error { return nil }
func (*claude) Close() error { return nil }
func (*ollama) Close() error { return nil }

var makers = map[string]func() model.Model{}

func register(name string, maker func() model.Model) { makers[name] = maker }

func New(name string, log io.Closer) model.Model {
	switch name { // want `New can only create its 3 built-in alternatives`
	case "openai":
		return &openAI{}
	case "claude":
		return &claude{}
	case "ollama":
		return &ollama{}
	}
	return makers[name]()
}
