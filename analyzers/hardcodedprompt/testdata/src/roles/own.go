package roles

import (
	"context"
	"fmt"

	official "github.com/openai/openai-go/v3"
	"google.golang.org/genai"

	"roles/talk"
)

// The message says in which role its text is read, whatever the client made of the first one that it met.
func converse2(ctx context.Context, c *talk.Client) {
	c.Ask(ctx, []talk.Message{
		{Role: talk.System, Content: "You answer like the keeper of a lighthouse."}, // want `system prompt hardcoded in converse2 \(8 words`
		{Role: talk.User, Content: "Which ships have passed by since yesterday?"},   // want `user prompt hardcoded in converse2 \(7 words`
	})
}

func kept(ctx context.Context, c *talk.Client, question string) {
	first := talk.Message{Role: talk.System, Content: "You answer like the captain of a ferry."} // want `system prompt hardcoded in kept \(8 words`
	first.Cached = true
	c.Ask(ctx, []talk.Message{first, {Role: talk.User, Content: question}})
}

// Each result of a function is a text of its own.
func texts(place string) (rules, question string) {
	rules = "You know the tides of every harbour."                        // want `system prompt hardcoded in texts \(7 words`
	question = fmt.Sprintf("When is the water high enough at %s?", place) // want `user prompt hardcoded in question \(7 words`
	return
}

func tide(ctx context.Context, c official.Client, place string) {
	rules, question := texts(place)
	c.Chat.Completions.New(ctx, official.ChatCompletionNewParams{Messages: []official.ChatCompletionMessageParamUnion{
		official.SystemMessage(rules), official.UserMessage(question),
	}})
}

// What two functions add to texts from outside are two prompts.
func first(ctx context.Context, c *genai.Client, rules string) {
	rules += " Keep each line below forty letters." // want `system prompt hardcoded in first \(6 words`
	generate(ctx, c, &genai.GenerateContentConfig{SystemInstruction: &genai.Content{Parts: []*genai.Part{{Text: rules}}}})
}

func second(ctx context.Context, c *genai.Client, rules string) {
	rules += " Write the whole answer in one language." // want `system prompt hardcoded in second \(7 words`
	generate(ctx, c, &genai.GenerateContentConfig{SystemInstruction: &genai.Content{Parts: []*genai.Part{{Text: rules}}}})
}

func generate(ctx context.Context, c *genai.Client, config *genai.GenerateContentConfig) {
	c.Models.GenerateContent(ctx, "model", nil, config)
}

// So does the message around a part.
func parts(ctx context.Context, c *talk.Client) {
	c.Tell(ctx, []talk.Note{
		{Role: talk.System, Parts: []talk.Part{{Text: "You keep the log book of a small ship."}}}, // want `system prompt hardcoded in parts \(9 words`
		{Role: talk.User, Parts: []talk.Part{{Text: "Tell what was caught on the last day."}}},    // want `user prompt hardcoded in parts \(8 words`
	})
}
