package good

import (
	"context"

	"google.golang.org/genai"
)

func All(ctx context.Context, c *genai.Client, model string, q []*genai.Content) (texts []string, err error) {
	resp, err := c.Models.GenerateContent(ctx, model, q, nil)
	if err != nil {
		return nil, err
	}
	for _, candidate := range resp.Candidates {
		if candidate.Content == nil || len(candidate.Content.Parts) == 0 {
			continue
		}
		texts = append(texts, candidate.Content.Parts[0].Text)
	}
	return texts, nil
}
