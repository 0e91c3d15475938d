// Package exported has a table that everybody can add to.
package exported

import "app/model"

var Models = map[string]model.Model{
	"openai": model.NewOpenAI(),
	"claude": &model.Claude{},
	"ollama": model.NewOllama(),
}

func Get(name string) model.Model { return Models[name] }
