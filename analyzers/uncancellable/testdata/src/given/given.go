// Package given lets its users bring a client, so the one that it makes is for those who do not mind.
package given

import (
	"net/http"

	"github.com/sashabaranov/go-openai"
)

func New(key string) *openai.Client { return NewWithClient(key, &http.Client{}) }

func NewWithClient(key string, client *http.Client) *openai.Client {
	config := openai.DefaultConfig(key)
	config.HTTPClient = client
	return openai.NewClientWithConfig(config)
}
