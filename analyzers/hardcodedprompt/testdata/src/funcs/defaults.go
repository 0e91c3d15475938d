package funcs

import (
	"context"
	"sync"

	openai "github.com/sashabaranov/go-openai"
	"github.com/spf13/pflag"
)

// What a flag is when it is not given.
var manner = pflag.String("manner", "Answer as briefly as you can.", "how the model answers") // want `system prompt hardcoded in manner \(6 words`

type choices struct{ goal string }

func (c *choices) register(flags *pflag.FlagSet) {
	flags.StringVarP(&c.goal, "goal", "g", "Find the three oldest letters and read them.", "what the model looks for") // want `user prompt hardcoded in register \(8 words`
}

// A text that is made once.
var house = sync.OnceValue(func() string {
	return "The house has four floors and no lift. Never promise one." // want `system prompt hardcoded in house \(11 words`
})

func byDefault(ctx context.Context, client *openai.Client, c *choices) error {
	_, err := client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
		{Role: openai.ChatMessageRoleSystem, Content: *manner},
		{Role: openai.ChatMessageRoleSystem, Content: house()},
		{Role: openai.ChatMessageRoleUser, Content: c.goal},
	}})
	return err
}
