// Package core has an interface that only users of one SDK can implement, though none of its methods mentions it.
package core

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

type Usage struct {
	Total   int
	Details *openai.PromptTokensDetails // want `interface method Generative.Completion mentions openai.PromptTokensDetails in field Usage.Details, so every implementation must import go-openai; declare your own type with the used members \(CachedTokens\) and convert in the adapter.*On Open Interfaces`
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
