// Package roles says in more than one place who speaks.
package roles

import (
	"context"
	"fmt"

	official "github.com/openai/openai-go/v3"
	"github.com/sashabaranov/go-openai"
	"github.com/tmc/langchaingo/prompts"
	"google.golang.org/genai"
)

// The field beats the role of the constructor that makes its message.
func configure() *genai.GenerateContentConfig {
	return &genai.GenerateContentConfig{
		SystemInstruction: genai.NewContentFromText("You sort tickets by how urgent they are.", genai.RoleUser), // want `system prompt hardcoded in configure \(8 words, sent through the field GenerateContentConfig\.SystemInstruction of genai\)`
	}
}

// Two texts that one call passes are two prompts.
func greet(ctx context.Context, c *openai.Client) {
	ask(ctx, c, "You are a friendly clerk of this town.", // want `system prompt hardcoded in greet \(8 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`
		"Say hello to the person who just came in.") // want `user prompt hardcoded in greet \(9 words, sent by \(\*openai\.Client\)\.CreateChatCompletion\)`
}

func ask(ctx context.Context, c *openai.Client, system, user string) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
		{Role: "system", Content: system},
		{Role: "user", Content: user},
	}})
}

// A frame around data, a note in brackets and headings instruct nobody.
func frame(ctx context.Context, c *openai.Client, name, date, owner string) {
	text := fmt.Sprintf("Name: %s\nDate: %s\nThe owner: %s\nOpen tickets: %d", name, date, owner, 3)
	text += "[the person has attached two files]"
	ask(ctx, c, "", text)
}

// A part has the role of its message.
func look(ctx context.Context, c official.Client, images []official.ChatCompletionContentPartUnionParam) {
	parts := []official.ChatCompletionContentPartUnionParam{
		official.TextContentPart("Say what can be seen in these pictures."), // want `user prompt hardcoded in look \(8 words, sent by`
	}
	parts = append(parts, images...)
	c.Chat.Completions.New(ctx, official.ChatCompletionNewParams{Messages: []official.ChatCompletionMessageParamUnion{
		official.UserMessage(parts),
	}})
}

// What is added to the message of a role that the code looks for is read in that role.
func remind(ctx context.Context, c *openai.Client, messages []openai.ChatCompletionMessage) {
	for i := range messages {
		if messages[i].Role != openai.ChatMessageRoleSystem {
			continue
		}
		messages[i].Content += "Answer in the language of the person who asks." // want `system prompt hardcoded in remind \(9 words`
		break
	}
	for i, m := range messages {
		if m.Role == openai.ChatMessageRoleUser {
			messages[i].Content = "Check what the customer wrote against the price list. " + m.Content // want `user prompt hardcoded in remind \(9 words`
		}
	}
	if last := &messages[len(messages)-1]; last.Role == "system" || last.Role == "user" {
		last.Content += "Keep to what the files in this folder say." // want `^prompt hardcoded in remind \(9 words`
	}
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: messages})
}

// A template for messages of one role is read in that role; so is one that a message holds.
var (
	clerk   = prompts.NewSystemMessagePromptTemplate("You are the clerk of {{.office}} and answer letters.", nil) // want `system prompt hardcoded in clerk \(8 words`
	request = prompts.NewHumanMessagePromptTemplate("Write an answer to this letter: {{.letter}}", nil)           // want `user prompt hardcoded in request \(6 words`
)

type step struct {
	Type   string
	Prompt prompts.PromptTemplate
}

func steps() []step {
	return []step{
		{Type: "system", Prompt: prompts.NewPromptTemplate("You plan the work of {{.team}} for a week.", nil)},    // want `system prompt hardcoded in steps \(8 words`
		{Type: "text", Prompt: prompts.NewPromptTemplate("Make a plan with a step for each of {{.goals}}.", nil)}, // want `prompt template hardcoded in steps \(9 words`
	}
}

// An entry of a table of texts is read by its index.
var library = []string{
	"You look for books in a library.",     // want `system prompt hardcoded in library \(7 words`
	"Find three books about this subject:", // want `user prompt hardcoded in library \(6 words`
	"This text is not read by any model.",
}

func find(ctx context.Context, c *openai.Client, subject string) {
	ask(ctx, c, library[0], library[1]+subject)
}
