// Package shared shows a vendor's types in every way there is. It is one finding, at the place that is used most.
package shared

import (
	"github.com/openai/openai-go/v3"
	sdk "github.com/sashabaranov/go-openai"
)

type Context struct {
	Detail sdk.ImageURLDetail
	low    sdk.ImageURLDetail
}

type Message = sdk.ChatCompletionMessage

type Handler func(sdk.ChatCompletionResponse) error

type Embedding struct{ sdk.ChatCompletionRequest }

var Default = sdk.NewClient("")

const Low = sdk.ImageURLDetailLow

type pair[T any] struct{ A, B T }

func Pairs() map[string][]pair[*sdk.Usage] { return nil }

func Tokens(d sdk.ImageURLDetail) int { return 1 } // want `the function Tokens shows openai.ImageURLDetail \(8 more in package shared\).*On Lock-in`

func (c Context) Size() int { return Tokens(c.low) + Tokens(c.Detail) }

func (c Context) Request() sdk.ChatCompletionRequest { return sdk.ChatCompletionRequest{} }

func hidden(sdk.Usage) {}

type private struct{ Usage sdk.Usage }

func (private) Method(sdk.Usage) {}

// Model takes an alias of string: nobody needs the SDK to call it.
func Model(m openai.ChatModel) string { return m }

// ToOpenAI names the vendor itself.
func ToOpenAI(c Context) sdk.ChatCompletionRequest { return sdk.ChatCompletionRequest{} }
