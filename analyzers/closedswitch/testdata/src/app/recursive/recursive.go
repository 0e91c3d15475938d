// Package recursive has function types that give themselves.
package recursive

import (
	"errors"

	"app/model"
)

type state func() state

// Run takes no client, however often a state is run.
func Run(first state, byName map[string]state) {}

type tree map[string]tree

func New(name string, more tree) (model.Model, error) {
	switch name { // want `New can only create its 3 built-in alternatives`
	case "openai":
		return model.NewOpenAI(), nil
	case "claude":
		return model.NewClaude()
	case "ollama":
		return model.NewOllama(), nil
	}
	return nil, errors.New("unknown provider")
}

func Open(name string, first state) (model.Model, error) {
	switch name { // want `Open can only create its 3 built-in alternatives`
	case "openai":
		return model.NewOpenAI(), nil
	case "claude":
		return model.NewClaude()
	case "ollama":
		return model.NewOllama(), nil
	}
	return nil, errors.New("unknown provider")
}
