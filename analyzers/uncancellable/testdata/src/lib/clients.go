package lib

import (
	"context"
	"net/http"
	"time"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/anthropics/anthropic-sdk-go/option"
	"github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

func Gemini(ctx context.Context, key string) (*genai.Client, error) {
	client := &http.Client{Transport: http.DefaultTransport} // want `http.Client passed to genai has no timeout, and that SDK sets none`
	return genai.NewClient(ctx, &genai.ClientConfig{APIKey: key, HTTPClient: client})
}

func OpenAI(key string) *openai.Client {
	config := openai.DefaultConfig(key)
	config.HTTPClient = &http.Client{} // want `http.Client passed to go-openai has no timeout, and that SDK sets none`
	return openai.NewClientWithConfig(config)
}

func Timed(key string) *openai.Client {
	config := openai.DefaultConfig(key)
	config.HTTPClient = &http.Client{Timeout: time.Minute}
	return openai.NewClientWithConfig(config)
}

func Streams(key string) *openai.Client {
	config := openai.DefaultConfig(key)
	config.HTTPClient = &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: time.Minute}}
	return openai.NewClientWithConfig(config)
}

// Anthropic's SDK has a timeout of its own.
func Anthropic(key string) anthropic.Client {
	return anthropic.NewClient(option.WithAPIKey(key), option.WithHTTPClient(&http.Client{}))
}

// What gets it is no SDK.
func Plain() *http.Client { return &http.Client{} }

// Copied has the timeout of another one.
func Copied(ctx context.Context, key string) (*genai.Client, error) {
	client := *shared
	client.Transport = http.DefaultTransport
	return genai.NewClient(ctx, &genai.ClientConfig{APIKey: key, HTTPClient: &client})
}

var shared = newShared()

func newShared() *http.Client { return http.DefaultClient }
