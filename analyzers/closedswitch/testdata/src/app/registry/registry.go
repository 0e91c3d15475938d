// Package registry has a choice, and a method by which others add to it.
package registry

import "app/model"

type Registry struct{ makers map[string]func() model.Model }

func (r *Registry) Add(name string, maker func() model.Model) { r.makers[name] = maker }

func (r *Registry) New(name string) model.Model {
	switch name {
	case "openai":
		return model.NewOpenAI()
	case "claude":
		return &model.Claude{}
	case "ollama":
		return model.NewOllama()
	}
	return r.makers[name]()
}
