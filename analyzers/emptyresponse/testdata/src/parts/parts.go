package parts

import (
	"errors"

	openai "github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

func looked(r *genai.GenerateContentResponse) (out string) {
	if len(r.Candidates) == 0 {
		return ""
	}
	for _, p := range r.Candidates[0].Content.Parts { // want `r.Candidates\[0\].Content is nil if the answer was filtered`
		out += p.Text
	}
	return out
}

func each(r *genai.GenerateContentResponse) (out string) {
	for _, c := range r.Candidates {
		for _, p := range c.Content.Parts { // want `c.Content is nil if the answer was filtered`
			out += p.Text
		}
	}
	return out
}

// What one line takes without a look is one finding.
func both(r *genai.GenerateContentResponse) string {
	return r.Candidates[0].Content.Parts[0].Text // want `r.Candidates\[0\] panics if the response has none .*; check len\(r.Candidates\) and compare r.Candidates\[0\].Content with nil first`
}

func compared(r *genai.GenerateContentResponse) (out string, err error) {
	for _, c := range r.Candidates {
		if c.Content == nil {
			return "", errors.New("filtered")
		}
		for _, p := range c.Content.Parts {
			out += p.Text
		}
	}
	return out, nil
}

func made() string {
	c := genai.Candidate{Content: &genai.Content{Role: "model"}}
	return c.Content.Role
}

func vectors(r openai.EmbeddingResponse, texts []string) (out [][]float32) {
	for i := range texts {
		out = append(out, r.Data[i].Embedding) // want `r.Data\[i\] assumes one embedding for each input`
	}
	return out
}

func measured(r openai.EmbeddingResponse, texts []string) (out [][]float32, err error) {
	if len(r.Data) != len(texts) {
		return nil, errors.New("embeddings are missing")
	}
	for i := range texts {
		out = append(out, r.Data[i].Embedding)
	}
	return out, nil
}

func byIndex(r openai.EmbeddingResponse, out [][]float32) {
	for i := range r.Data {
		out[r.Data[i].Index] = r.Data[i].Embedding
	}
}
