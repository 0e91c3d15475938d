// Package fixed sends to one host, whatever its importer wants.
package fixed

import (
	"bytes"
	"context"
	"fmt"
	"net/http"

	openai "github.com/sashabaranov/go-openai"
)

const base = "https://api.groq.com/openai/v1"

func New(key string) *openai.Client {
	cfg := openai.DefaultConfig(key)
	cfg.BaseURL = base // want `go-openai.ClientConfig.BaseURL always uses host api.groq.com`
	return openai.NewClientWithConfig(cfg)
}

func Post(ctx context.Context, model string, body []byte) (*http.Response, error) {
	url := fmt.Sprintf("https://generativelanguage.googleapis.com/v1beta/models/%s:generateContent", model)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body)) // want `http.NewRequestWithContext always uses host generativelanguage.googleapis.com`
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

type client struct{ root string }

func newClient() *client { return &client{root: "https://api.mistral.ai/v1"} }

func (c *client) ask(ctx context.Context, body []byte) (*http.Response, error) {
	return send(ctx, c.root+"/chat/completions", body)
}

func send(ctx context.Context, url string, body []byte) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body)) // want `host api.mistral.ai`
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}
