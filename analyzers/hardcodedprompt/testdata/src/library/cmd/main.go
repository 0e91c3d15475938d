package main

import (
	"context"

	openai "github.com/sashabaranov/go-openai"

	"library/session"
	"library/spec"
)

func main() {
	root := spec.New("The agent at the root", "You answer questions about the weather.", // want `text in main is a system prompt of 6 words`
		spec.WithExample("Will it rain in Rome tomorrow?"), // want `text in main is a user prompt of 6 words`
		spec.WithNote("This agent is looked after by the team for weather."))
	session.Run(context.Background(), openai.NewClient(""), root)
	session.Send(context.Background(), openai.NewClient(""),
		spec.User("What is the weather like in Rome?"), // want `text in main is a prompt of 7 words`
		spec.Assistant("The user went away before I could answer."),
		spec.Tool("There is no such tool here."))
}
