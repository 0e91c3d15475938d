// A program has to choose somewhere.
package main

import "app/model"

func choose(name string) model.Model {
	switch name {
	case "openai":
		return model.NewOpenAI()
	case "claude":
		return &model.Claude{}
	case "ollama":
		return model.NewOllama()
	default:
		return model.NewOpenAI()
	}
}

func main() { choose("") }
