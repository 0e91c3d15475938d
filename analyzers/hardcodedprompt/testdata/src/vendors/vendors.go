// Package vendors asks models through types of one vendor each.
package vendors

import (
	"context"
	"fmt"

	"github.com/tmc/langchaingo/llms/openai"
	together "github.com/togethercomputer/together-go"
)

func town(ctx context.Context, llm *openai.LLM, letter string) (string, error) {
	prompt := fmt.Sprintf("Name the town in which this letter was written, without a comment.\n\n%s", letter) // want `user prompt hardcoded in prompt \(12 words`
	return llm.Call(ctx, prompt)
}

const sort = "Sort the letter into one of the four drawers of the desk: %s" // want `user prompt hardcoded in constant sort \(12 words`

func complete(ctx context.Context, c *together.Client, prompt string) (string, error) {
	r, err := c.Chat.Completions.New(ctx, together.ChatCompletionNewParams{
		Messages: []together.ChatCompletionNewParamsMessageUnion{
			{OfChatCompletionNewsMessageChatCompletionUserMessageParam: &together.ChatCompletionNewParamsMessageChatCompletionUserMessageParam{
				Role:    "user",
				Content: together.ChatCompletionNewParamsMessageChatCompletionUserMessageParamContentUnion{OfString: together.String(prompt)},
			}},
		},
	})
	if err != nil || len(r.Choices) == 0 {
		return "", err
	}
	return r.Choices[0].Message.Content, nil
}

func drawer(ctx context.Context, c *together.Client, letter string) (string, error) {
	return complete(ctx, c, fmt.Sprintf(sort, letter))
}
