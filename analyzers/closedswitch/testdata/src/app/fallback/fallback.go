package fallback

import (
	"fmt"
	"log"

	"app/model"
)

func Default(name string) (model.Model, error) {
	switch name {
	case "claude":
		return model.NewClaude()
	case "ollama":
		return model.NewOllama(), nil
	default:
		return model.NewOpenAI(), nil // want `an unknown name silently selects model.OpenAI in Default.*On Vendor Neutrality`
	}
}

func Behind(name string) model.Model {
	if name == "claude" {
		return &model.Claude{}
	}
	if name == "ollama" {
		return model.NewOllama()
	}
	return model.NewOpenAI() // want `an unknown name silently selects model.OpenAI in Behind`
}

var models = map[string]model.Model{"claude": &model.Claude{}, "ollama": model.NewOllama()}

func Table(name string) model.Model {
	if m, ok := models[name]; ok {
		return m
	}
	return model.NewOpenAI() // want `an unknown name silently selects model.OpenAI in Table`
}

type named interface {
	model.Model
	Name() string
}

type a struct{ *model.OpenAI }
type b struct{ *model.Claude }

func (a) Name() string { return "a" }
func (b) Name() string { return "b" }

var list = []named{a{}, b{}}

func Loop(name string) named {
	for _, m := range list {
		if m.Name() == name {
			return m
		}
	}
	return a{} // want `an unknown name silently selects a in Loop`
}

func Errors(name string) (model.Model, error) {
	switch name {
	case "claude":
		return model.NewClaude()
	case "ollama":
		return model.NewOllama(), nil
	}
	return model.NewOpenAI(), fmt.Errorf("unknown model %q", name)
}

func Says(name string) model.Model {
	switch name {
	case "claude":
		return &model.Claude{}
	case "ollama":
		return model.NewOllama()
	default:
		log.Printf("unknown model %q, taking openai", name)
		return model.NewOpenAI()
	}
}

// Number can't be misspelt.
func Number(n int) model.Model {
	switch n {
	case 1:
		return &model.Claude{}
	case 2:
		return model.NewOllama()
	}
	return model.NewOpenAI()
}
