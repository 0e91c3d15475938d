package chat

import (
	"context"

	"google.golang.org/genai"
)

const geminiModel = "gemini-1.5-flash" // want `model "gemini-1\.5-flash" was retired by Google on 2025-09-29 and calls to it fail`

// Either backend may be meant: the default is wrong for one of them.
func Backend(ctx context.Context, backend genai.Backend, vertex bool) string {
	if backend = genai.BackendGeminiAPI; vertex {
		backend = genai.BackendVertexAI
	}
	switch backend {
	case genai.BackendVertexAI:
		return ""
	}
	if backend == genai.BackendVertexAI {
		return ""
	}
	c, err := genai.NewClient(ctx, &genai.ClientConfig{Backend: backend})
	if err != nil {
		return ""
	}
	c.Models.GenerateContent(ctx, geminiModel, nil, nil)
	return geminiModel
}
