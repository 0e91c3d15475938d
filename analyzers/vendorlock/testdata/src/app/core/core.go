// Package core has an interface that only users of one SDK can implement, though none of its methods mentions it.
package core

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

type Usage struct {
	Total   int
	Details *openai.PromptTokensDetails // want `interface method Generative.Completion hands out openai.PromptTokensDetails in the field Usage.Details, so an implementation for anything else has to import the SDK go-openai: declare a type of your own with what is used here \(CachedTokens\).*On Open Interfaces`
	hidden  openai.Usage
}

func (u Usage) Cached() int { return u.Details.CachedTokens }

type Response struct {
	Content string
	Usage   Usage
}

type Generative interface {
	Completion(ctx context.Context, content string) (*Response, error)
}
