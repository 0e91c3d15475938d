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
}
