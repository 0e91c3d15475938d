// Package apart has clients that cut no stream: with the header's timeout, with one that the caller chose, and for what does not stream.
package apart

import (
	"context"
	"net/http"
	"time"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
)

func header() openai.Client {
	return openai.NewClient(option.WithHTTPClient(&http.Client{Transport: &http.Transport{ResponseHeaderTimeout: time.Minute}}))
}

func chosen(d time.Duration) openai.Client {
	return openai.NewClient(option.WithHTTPClient(&http.Client{Timeout: d}))
}

func plain() openai.Client {
	return openai.NewClient(option.WithHTTPClient(&http.Client{Timeout: time.Minute}))
}

func read(ctx context.Context, c openai.Client, p openai.ChatCompletionNewParams) (out string, err error) {
	s := c.Chat.Completions.NewStreaming(ctx, p)
	defer s.Close()
	for s.Next() {
		out += s.Current().ID
	}
	return out, s.Err()
}
