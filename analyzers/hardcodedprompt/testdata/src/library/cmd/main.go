package main

import (
	"context"

	openai "github.com/sashabaranov/go-openai"

	"library/session"
	"library/spec"
)

func main() {
	root := spec.New("The agent at the root", "You answer questions about the weather.", // want `system prompt hardcoded in main \(6 words, passed to spec\.New\)`
		spec.WithExample("Will it rain in Rome tomorrow?"), // want `user prompt hardcoded in main \(6 words, passed to spec\.WithExample\)`
		spec.WithNote("This agent is looked after by the team for weather."))
	session.Run(context.Background(), openai.NewClient(""), root)
	session.Send(context.Background(), openai.NewClient(""),
		spec.User("What is the weather like in Rome?"), // want `prompt hardcoded in main \(7 words, sent by session\.Send\)`
		spec.Assistant("The user went away before I could answer."),
		spec.Tool("There is no such tool here."))
}
