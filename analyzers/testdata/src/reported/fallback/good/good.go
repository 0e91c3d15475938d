package good

import (
	"cmp"
	"context"
	"os"

	"google.golang.org/genai"
)

type Settings struct{ Model string }

func (s Settings) Ask(ctx context.Context, c *genai.Client, q []*genai.Content) (*genai.GenerateContentResponse, error) {
	return c.Models.GenerateContent(ctx, cmp.Or(s.Model, os.Getenv("MODEL")), q, nil)
}
