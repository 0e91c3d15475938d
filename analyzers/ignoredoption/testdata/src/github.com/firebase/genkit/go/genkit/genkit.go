// Package genkit has what the tests need of Genkit.
package genkit

import (
	"context"

	"github.com/firebase/genkit/go/ai"
)

type Genkit struct{}

func Init(ctx context.Context, plugins ...any) *Genkit { return nil }

func GenerateText(ctx context.Context, g *Genkit, opts ...ai.GenerateOption) (string, error) {
	return "", nil
}
