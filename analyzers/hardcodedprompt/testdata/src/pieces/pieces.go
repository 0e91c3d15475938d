// Package pieces sends prompts that are put together from texts written in several places.
package pieces

import (
	"context"
	"fmt"
	"strings"

	openai "github.com/sashabaranov/go-openai"
	"pieces/parts"
)

const template = "Sort the letters that came in today by town and by street, oldest first. Leave out what was sent twice, " + // want `user prompt hardcoded in constant template`
	"and say for {{TOWNS}} how many there are. Put the letters that nobody can read at the end of the list."

func section(towns []string) string {
	if len(towns) == 0 {
		return "all the towns that you know"
	}
	return "these towns of the north: " + strings.Join(towns, ", ")
}

func Sort(ctx context.Context, c *openai.Client, towns []string) (openai.ChatCompletionResponse, error) {
	text := strings.ReplaceAll(template, "{{TOWNS}}", section(towns))
	return ask(ctx, c, openai.ChatCompletionMessage{Role: "user", Content: text})
}

func Greet(ctx context.Context, c *openai.Client) (openai.ChatCompletionResponse, error) {
	text := fmt.Sprintf("Greet the person who comes to the counter, ask for the number of the letter, and tell whether it has come in yet. Speak as one does here. %s", parts.Place()) // want `user prompt hardcoded in Greet \(\d+ words`
	return ask(ctx, c, openai.ChatCompletionMessage{Role: "user", Content: text})
}

// What a caller passes is a prompt of its own, however long the text is that it is put into.
func Count(ctx context.Context, c *openai.Client) (openai.ChatCompletionResponse, error) {
	return framed(ctx, c, "Count the letters that came in today.") // want `user prompt hardcoded in Count \(7 words`
}

func framed(ctx context.Context, c *openai.Client, task string) (openai.ChatCompletionResponse, error) {
	text := "You work at the counter of a post office in a small town by the sea, and you answer whoever comes in as short as you can: " + task // want `user prompt hardcoded in \w+ \(\d+ words`
	return ask(ctx, c, openai.ChatCompletionMessage{Role: "user", Content: text})
}

func Repair(ctx context.Context, c *openai.Client, err error) (openai.ChatCompletionResponse, error) {
	text := fmt.Sprintf("Your answer could not be read: %v. Write the list again as JSON, with a town and a number in each entry, and nothing else.", err) // want `user prompt hardcoded in \w+ \(\d+ words`
	return ask(ctx, c, openai.ChatCompletionMessage{Role: "user", Content: text})
}

type question struct{ Text string }

// Questions to try the program with are data.
func defaultABCSample() []question {
	return []question{{Text: "Which town has more letters, the first or the second?"}, {Text: "How many letters are there when two are lost?"}}
}

func Try(ctx context.Context, c *openai.Client) (openai.ChatCompletionResponse, error) {
	return ask(ctx, c, openai.ChatCompletionMessage{Role: "user", Content: defaultABCSample()[0].Text})
}

func ask(ctx context.Context, c *openai.Client, messages ...openai.ChatCompletionMessage) (openai.ChatCompletionResponse, error) {
	return c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: messages})
}
