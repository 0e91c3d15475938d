// Package said keeps what was said in a chat and sends it as history.
package said

import (
	"context"
	"time"

	"github.com/openai/openai-go/v3"
)

type record struct {
	Sender  string
	Text    string
	Created time.Time
}

type bot struct {
	id      string
	client  openai.Client
	records []record
	history []openai.ChatCompletionMessageParamUnion
}

func (b *bot) messages() []openai.ChatCompletionMessageParamUnion {
	all := []openai.ChatCompletionMessageParamUnion{openai.SystemMessage("You are a member of this group.")} // want `system prompt hardcoded in messages \(7 words`
	for _, r := range b.records {
		if r.Sender == b.id {
			all = append(all, openai.AssistantMessage(r.Text))
		} else {
			all = append(all, openai.UserMessage(r.Text))
		}
	}
	return all
}

func (b *bot) Answer(ctx context.Context) error {
	_, err := b.client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Messages: b.messages()})
	return err
}

// What the bot tells the people in the chat is no prompt, though it comes back as history.
func (b *bot) Upload(err error) {
	if err != nil {
		b.tell("The upload failed, please try again later.")
	}
}

func (b *bot) tell(text string) {
	b.records = append(b.records, record{Sender: b.id, Text: text})
}

// Nor is what it says by a helper.
func (b *bot) Busy() { b.say("I am busy with another task at the moment.") }

func (b *bot) say(text string) { b.history = append(b.history, openai.AssistantMessage(text)) }

func (b *bot) Again(ctx context.Context) error {
	_, err := b.client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Messages: b.history})
	return err
}

// A message that names its role is what it says it is.
type turn struct{ Role, Text string }

func (b *bot) turns(ctx context.Context, turns []turn) error {
	turns = append([]turn{{Role: "system", Text: "You translate what is said into French."}}, turns...) // want `system prompt hardcoded in turns \(7 words`
	var all []openai.ChatCompletionMessageParamUnion
	for _, t := range turns {
		switch t.Role {
		case "assistant":
			all = append(all, openai.AssistantMessage(t.Text))
		case "system":
			all = append(all, openai.SystemMessage(t.Text))
		default:
			all = append(all, openai.UserMessage(t.Text))
		}
	}
	_, err := b.client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Messages: all})
	return err
}

func message(role, text string) openai.ChatCompletionMessageParamUnion {
	if role == "assistant" {
		return openai.AssistantMessage(text)
	}
	return openai.UserMessage(text)
}

func (b *bot) helper(ctx context.Context) error {
	_, err := b.client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Messages: []openai.ChatCompletionMessageParamUnion{
		message("user", "Say in one sentence what this is about."), // want `user prompt hardcoded in helper \(8 words`
	}})
	return err
}

// What replaces an answer in the list is none either.
func (b *bot) failed(ctx context.Context, turns []turn) error {
	turns = append(turns, turn{Role: "assistant"})
	turns[len(turns)-1].Text = "Sorry, the model cannot be reached at the moment."
	return b.turns(ctx, turns)
}
