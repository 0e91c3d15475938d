// Package shared shows a vendor's types in every way there is. It is one finding, at the place that is used most.
package shared

import sdk "github.com/sashabaranov/go-openai"

type Context struct {
	Detail sdk.ImageURLDetail
	low    sdk.ImageURLDetail
}

type Message = sdk.ChatCompletionMessage

type Handler func(sdk.ChatCompletionResponse) error

type Embedding struct{ sdk.ChatCompletionRequest }

var Default *sdk.Client

const Low = sdk.ImageURLDetailLow

type pair[T any] struct{ A, B T }

func Pairs() map[string][]pair[*sdk.Usage] { return nil }

func Tokens(d sdk.ImageURLDetail) int { return 1 } // want `exported function Tokens exposes openai.ImageURLDetail, which ties users of package shared to go-openai; declare your own type .*On Lock-in`

func (c Context) Size() int { return Tokens(c.low) + Tokens(c.Detail) }

// Request is for those who want it.
func (c Context) Request() sdk.ChatCompletionRequest { return sdk.ChatCompletionRequest{} }

func hidden(sdk.Usage) {}

type private struct{ Usage sdk.Usage }

func (private) Method(sdk.Usage) {}

// ToOpenAI names the vendor itself.
func ToOpenAI(c Context) sdk.ChatCompletionRequest { return sdk.ChatCompletionRequest{} }
