// Package convert speaks to two vendors, so it binds to none.
package convert

import (
	"github.com/anthropics/anthropic-sdk-go"
	"github.com/sashabaranov/go-openai"
)

func Texts(m []openai.ChatCompletionMessage) (out []string) { return out }

func Blocks(m anthropic.Message) (out []string) { return out }
