// Package open lets somebody say where its requests go.
package open

import (
	"bytes"
	"context"
	"net/http"
	"os"

	official "github.com/openai/openai-go/v3"
	option2 "github.com/openai/openai-go/v3/option"
	openai "github.com/sashabaranov/go-openai"
)

const base = "https://api.groq.com/openai/v1"

func Merged(key, url string) *openai.Client {
	cfg := openai.DefaultConfig(key)
	if url != "" {
		cfg.BaseURL = url
	} else {
		cfg.BaseURL = base
	}
	return openai.NewClientWithConfig(cfg)
}

func Environment(key string) *openai.Client {
	cfg := openai.DefaultConfig(key)
	url := os.Getenv("BASE_URL")
	if url == "" {
		url = base
	}
	cfg.BaseURL = url
	return openai.NewClientWithConfig(cfg)
}

// Default leaves it to the SDK.
func Default(key string) *openai.Client { return openai.NewClient(key) }

type Client struct{ Root string }

func NewClient() *Client { return &Client{Root: "https://api.mistral.ai/v1"} }

func (c *Client) Ask(ctx context.Context, body []byte) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.Root+"/chat/completions", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

type hidden struct{ root string }

type option func(*hidden)

func WithRoot(url string) option { return func(h *hidden) { h.root = url } }

func newHidden(opts ...option) *hidden {
	h := &hidden{root: "https://api.mistral.ai/v1"}
	for _, o := range opts {
		o(h)
	}
	return h
}

func (h *hidden) ask(ctx context.Context, body []byte) (*http.Response, error) {
	return http.Post(h.root+"/chat/completions", "application/json", bytes.NewReader(body))
}

// Region chooses among hosts that a caller names.
func Region(ctx context.Context, region string, body []byte) (*http.Response, error) {
	return http.Post("https://"+region+"-aiplatform.googleapis.com/v1", "application/json", bytes.NewReader(body))
}

// Weather is no model.
func Weather(ctx context.Context) (*http.Response, error) {
	return http.Post("https://api.weather.example/today", "application/json", nil)
}

// Search is another service of a vendor of models.
func Search(ctx context.Context) (*http.Response, error) {
	return http.Post("https://open.bigmodel.cn/api/paas/v4/web_search", "application/json", nil)
}

// Options lets its caller add options, of which the last one counts.
func Options(opts ...option2.RequestOption) official.Client {
	return official.NewClient(append([]option2.RequestOption{option2.WithBaseURL(base)}, opts...)...)
}
