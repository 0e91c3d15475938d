// Package two speaks to one vendor in two ways.
package two

import (
	official "github.com/openai/openai-go/v3"
	openai "github.com/sashabaranov/go-openai"
)

func Old(key string) *openai.Client { return openai.NewClient(key) }

func New() official.Client { return official.NewClient() } // want `official.NewClient creates a second client for OpenAI, with openai-go instead of go-openai`

func Third() official.Client { return official.NewClient() }
