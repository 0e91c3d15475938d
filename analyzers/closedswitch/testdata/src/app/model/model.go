// Package model has the interface and three adapters of it.
package model

import (
	"github.com/anthropics/anthropic-sdk-go"
	"github.com/ollama/ollama/api"
	"github.com/sashabaranov/go-openai"
)

type Model interface {
	Ask(text string) (string, error)
}

type OpenAI struct{ client *openai.Client }

func (*OpenAI) Ask(text string) (string, error) { return "", nil }

type Claude struct{ client anthropic.Client }

func (*Claude) Ask(text string) (string, error) { return "", nil }

type Ollama struct{ wrapped wrapper }

type wrapper struct{ client *api.Client }

func (wrapper) close() {}

func (*Ollama) Ask(text string) (string, error) { return "", nil }

func NewOpenAI() *OpenAI { return &OpenAI{} }

func NewClaude() (*Claude, error) { return &Claude{}, nil }

func NewOllama() *Ollama { return &Ollama{} }
