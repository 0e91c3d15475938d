package cloud

import (
	"context"

	"google.golang.org/genai"
)

func Vertex(ctx context.Context) {
	c, err := genai.NewClient(ctx, &genai.ClientConfig{Backend: genai.BackendVertexAI})
	if err != nil {
		return
	}
	c.Models.GenerateContent(ctx, "gemini-1.5-pro", nil, nil)
}
