package fallback

import (
	"runtime"

	"app/model"
)

var (
	standard = model.NewOpenAI()
	hooks    = map[string]func(){"collect": runtime.GC}
)

func After(name string) model.Model {
	switch name {
	case "claude":
		return &model.Claude{}
	case "ollama":
		return model.NewOllama()
	}
	return model.NewOpenAI() // want `an unknown name silently selects model.OpenAI in After`
}

// What is returned besides is no error.
func Found(name string) (model.Model, bool) {
	switch name {
	case "claude":
		return &model.Claude{}, true
	case "ollama":
		return model.NewOllama(), true
	}
	return model.NewOpenAI(), false // want `silently selects model.OpenAI in Found`
}

// Two names of one client are no choice.
func Same(name string) model.Model {
	switch name {
	case "claude":
		return &model.Claude{}
	case "anthropic":
		return &model.Claude{}
	default:
		return model.NewOpenAI()
	}
}

var preferred = "a"

// Nobody can misspell what the package prefers.
func Preferred() named {
	for _, m := range list {
		if m.Name() == preferred {
			return m
		}
	}
	return a{}
}
