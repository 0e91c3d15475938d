// Package mistral is an SDK with a default of its own, beside a function that takes another.
package mistral

import "net/http"

const Endpoint = "https://api.mistral.ai"

type MistralClient struct{ key, endpoint string }

func NewMistralClient(apiKey, endpoint string) *MistralClient {
	return &MistralClient{apiKey, endpoint}
}

func NewMistralClientDefault(apiKey string) *MistralClient { return NewMistralClient(apiKey, Endpoint) }

func (c *MistralClient) Chat() (*http.Response, error) {
	return http.Post(c.endpoint+"/v1/chat/completions", "application/json", nil)
}
