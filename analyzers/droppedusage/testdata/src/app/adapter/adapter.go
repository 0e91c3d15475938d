// Package adapter implements the interface of another package, which it cannot report in.
package adapter

import (
	"context"

	"app/client"

	"google.golang.org/genai"
)

type Gemini struct{ client *genai.Client }

var _ client.Client = (*Gemini)(nil)

func (*Gemini) Name() string { return "gemini" }

func (g *Gemini) Complete(ctx context.Context, prompt string) (string, error) { // want `Gemini.Complete returns only the text .*genai.GenerateContentResponse.UsageMetadata`
	resp, err := g.client.Models.GenerateContent(ctx, "", nil, nil)
	if err != nil {
		return "", err
	}
	return resp.Text(), nil
}
