// Package genkit has what the tests need of Genkit.
package genkit

import (
	"context"

	"github.com/firebase/genkit/go/ai"
)

type Genkit struct{}

func DefinePrompt(g *Genkit, name string, opts ...ai.Option) any                   { return nil }
func Generate(ctx context.Context, g *Genkit, opts ...ai.Option) (string, error) { return "", nil }
