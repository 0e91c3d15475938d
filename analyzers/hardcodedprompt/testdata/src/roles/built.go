package roles

import (
	"context"

	"github.com/sashabaranov/go-openai"

	"roles/engine"
	"roles/thread"
)

const helmRules = "You steer a barge through the locks of a canal." // want `system prompt hardcoded in constant helmRules`

// The message that a chain of calls builds has the role of its first call.
func steer(ctx context.Context, e *engine.Engine, names map[string]string) {
	t := new(thread.Thread).Add(
		thread.NewSystemMessage().AddContent(thread.NewContent(helmRules).Fill(names)),
		thread.NewUserMessage().AddContent(thread.NewContent("Which lock shall be opened before the next one?")), // want `user prompt hardcoded in steer \(9 words`
	)
	e.Run(ctx, t)
}

// What the code lets the assistant say is shown as that.
func dredge(ctx context.Context, e *engine.Engine, names map[string]string) {
	e.Run(ctx, new(thread.Thread).Add(
		thread.NewAssistantMessage().AddContent(thread.NewContent("Rewrite the notice to the boats in plain words.").Fill(names)), // want `assistant message hardcoded in dredge \(9 words`
	))
}

// So has a message that a function makes with the role that it is passed, and one that is changed after it was made.
func moor(ctx context.Context, e *engine.Engine, late bool) {
	greeting := thread.NewUserMessage()
	greeting.SetNote("Tell the keeper where we want to moor.") // want `user prompt hardcoded in moor \(8 words`
	farewell := thread.NewSystemMessage()
	if late {
		farewell.SetNote("You end each call with a blessing.") // want `system prompt hardcoded in moor \(7 words`
	}
	e.Run(ctx, new(thread.Thread).Add(greeting, farewell, thread.Say(thread.System, "You speak of the weather only when asked."))) // want `system prompt hardcoded in moor \(8 words`
}

// A part has the role of the message that its list becomes, whichever functions it goes through.
func parts2(long bool) []thread.Part {
	list := []thread.Part{{Text: "You read the charts of the coast."}} // want `system prompt hardcoded in parts2 \(7 words`
	if long {
		list = append(list, thread.Part{Text: "You name the depth in fathoms, always."}) // want `system prompt hardcoded in parts2 \(7 words`
	}
	return list
}

type voyage struct{ extra []*thread.Part }

func extra() []*thread.Part {
	return []*thread.Part{{Text: "You warn of rocks that the tide hides."}} // want `system prompt hardcoded in extra \(8 words`
}

func plan(v voyage) []thread.Part {
	list := parts2(true)
	for _, p := range v.extra {
		list = append(list, *p)
	}
	return list
}

func sail(ctx context.Context, e *engine.Engine) {
	e.Post(ctx, []thread.Letter{
		{Role: "system", Parts: plan(voyage{extra: extra()})},
		{Role: "user", Parts: []thread.Part{{Text: "Say which way the boat has to go before the night comes."}}}, // want `user prompt hardcoded in sail \(12 words`
	})
}

// A part of messages of both roles has neither.
func both(ctx context.Context, e *engine.Engine) {
	shared := []thread.Part{{Text: "The boat is called after a goose."}} // want `^prompt hardcoded in both \(7 words`
	e.Post(ctx, []thread.Letter{{Role: "system", Parts: shared}, {Role: "user", Parts: shared}})
}

// The helper's callers say who speaks.
func send(ctx context.Context, c *openai.Client, role, text string) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: role, Content: text}}})
}

func hail(ctx context.Context, c *openai.Client) {
	send(ctx, c, openai.ChatMessageRoleSystem, "You hail each ship by its proper name.") // want `system prompt hardcoded in hail \(8 words`
	send(ctx, c, openai.ChatMessageRoleUser, "Ask the brig for the news from town.")     // want `user prompt hardcoded in hail \(8 words`
}
