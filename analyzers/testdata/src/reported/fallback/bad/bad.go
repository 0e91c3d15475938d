package bad

import (
	"cmp"
	"context"

	"google.golang.org/genai"
)

type Settings struct{ Model string }

func (s Settings) Ask(ctx context.Context, c *genai.Client, q []*genai.Content) (*genai.GenerateContentResponse, error) {
	return c.Models.GenerateContent(ctx, cmp.Or(s.Model, "gemini-2.0-flash"), q, nil) // want `gemini-2.0-flash`
}
