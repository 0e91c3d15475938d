// Package together is a stub of the few types that a chat needs.
package together

import "context"

type Opt[T any] struct{ Value T }

func String(s string) Opt[string] { return Opt[string]{s} }

type ChatCompletionNewParams struct {
	Model    string
	Messages []ChatCompletionNewParamsMessageUnion
}

type ChatCompletionNewParamsMessageUnion struct {
	OfChatCompletionNewsMessageChatCompletionSystemMessageParam *ChatCompletionNewParamsMessageChatCompletionSystemMessageParam
	OfChatCompletionNewsMessageChatCompletionUserMessageParam   *ChatCompletionNewParamsMessageChatCompletionUserMessageParam
}

type ChatCompletionNewParamsMessageChatCompletionSystemMessageParam struct{ Role, Content string }

type ChatCompletionNewParamsMessageChatCompletionUserMessageParam struct {
	Role    string
	Content ChatCompletionNewParamsMessageChatCompletionUserMessageParamContentUnion
}

type ChatCompletionNewParamsMessageChatCompletionUserMessageParamContentUnion struct{ OfString Opt[string] }

type ChatCompletion struct{ Choices []ChatCompletionChoice }

type ChatCompletionChoice struct{ Message ChatCompletionChoiceMessage }

type ChatCompletionChoiceMessage struct{ Content string }

type ChatCompletionService struct{ url string }

func (r *ChatCompletionService) New(ctx context.Context, body ChatCompletionNewParams) (*ChatCompletion, error) {
	return nil, nil
}

type Client struct {
	Chat struct{ Completions ChatCompletionService }
}
