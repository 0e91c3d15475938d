package rawhttp

import (
	"bytes"
	"encoding/json"
	"net/http"
)

// The content of a message is text or a list of parts, so its field takes anything.
type said struct {
	Role    string `json:"role"`
	Content any    `json:"content"`
}

type saidPart struct {
	Type  string     `json:"type"`
	Text  string     `json:"text,omitempty"`
	Image *saidImage `json:"image_url,omitempty"`
	Note  string     `json:"-"`
}

type saidImage struct {
	URL string `json:"url"`
}

type saidRequest struct {
	Model    string `json:"model"`
	Messages []said `json:"messages"`
}

func look(c *http.Client, url string) (*http.Response, error) {
	parts := []saidPart{
		{Type: "text", Text: "Describe what the painting shows to a blind visitor.", Note: "the painting hangs in the second hall"}, // want `prompt hardcoded in look \(9 words`
		{Type: "image_url", Image: &saidImage{URL: url}},
	}
	return say(c, saidRequest{Model: "m", Messages: []said{{Role: "user", Content: parts}}})
}

func lookAgain(c *http.Client, url string) (*http.Response, error) {
	return say(c, saidRequest{Model: "m", Messages: []said{{Role: "user", Content: []map[string]any{
		{"type": "text", "text": "Name the colours of the painting in order."}, // want `prompt hardcoded in lookAgain \(8 words`
		{"type": "image_url", "image_url": map[string]string{"url": url}},
	}}}})
}

func greet(c *http.Client, name string) (*http.Response, error) {
	return say(c, saidRequest{Model: "m", Messages: []said{
		{Role: "system", Content: "You greet the visitors of a museum by name."}, // want `system prompt hardcoded in greet \(9 words`
		{Role: "user", Content: name},
	}})
}

func say(c *http.Client, r saidRequest) (*http.Response, error) {
	body, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	return c.Post("https://models.example.com/v1/chat/completions", "application/json", bytes.NewReader(body))
}
