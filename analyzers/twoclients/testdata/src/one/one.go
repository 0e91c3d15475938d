// Package one has one SDK a vendor.
package one

import (
	"github.com/anthropics/anthropic-sdk-go"
	"github.com/openai/openai-go/v3"
)

func OpenAI() openai.Client { return openai.NewClient() }

func Again() openai.Client { return openai.NewClient() }

func Anthropic() anthropic.Client { return anthropic.NewClient() }
