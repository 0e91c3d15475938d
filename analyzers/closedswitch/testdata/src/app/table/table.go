package table

import "app/model"

var makers = map[string]func() model.Model{ // want `the table makers can only create its 3 built-in alternatives`
	"openai": newOpenAI,
	"claude": func() model.Model { return &model.Claude{} },
	"ollama": newOllama,
}

func newOpenAI() model.Model { return model.NewOpenAI() }

func newOllama() model.Model { return model.NewOllama() }

func New(name string) model.Model {
	if maker, ok := makers[name]; ok {
		return maker()
	}
	return nil
}

// all is checked at start and never chosen from.
var all = []model.Model{model.NewOpenAI(), &model.Claude{}, model.NewOllama()}

func Check() {
	for _, m := range all {
		m.Ask("")
	}
}
