// Package open has a switch, and a function by which others add to it.
package open

import "app/model"

var makers = map[string]func() model.Model{}

func Register(name string, maker func() model.Model) { makers[name] = maker }

func New(name string) model.Model {
	switch name {
	case "openai":
		return model.NewOpenAI()
	case "claude":
		return &model.Claude{}
	case "ollama":
		return model.NewOllama()
	}
	return makers[name]()
}
