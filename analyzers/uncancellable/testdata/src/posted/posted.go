// Package posted sends its requests through one method and reads the answers elsewhere.
package posted

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"time"
)

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

type request struct {
	Model    string    `json:"model"`
	Messages []message `json:"messages"`
	Stream   bool      `json:"stream"`
}

type chunk struct {
	Choices []struct {
		Delta struct {
			Content string `json:"content"`
		} `json:"delta"`
	} `json:"choices"`
}

type settings struct{ timeout time.Duration }

func defaults() settings { return settings{timeout: 2 * time.Minute} }

func (s settings) client() *http.Client {
	return &http.Client{Timeout: s.timeout} // want `Timeout of http.Client covers the whole body`
}

type model struct {
	url  string
	http *http.Client
}

func newModel(url string) *model { return &model{url, defaults().client()} }

func (m *model) post(ctx context.Context, in request) (*http.Response, error) {
	b, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, m.url, bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return m.http.Do(req)
}

func (m *model) stream(ctx context.Context, in request, show func(string)) error {
	resp, err := m.post(ctx, in)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	lines := bufio.NewScanner(resp.Body)
	for lines.Scan() {
		var c chunk
		if err := json.Unmarshal([]byte(strings.TrimPrefix(lines.Text(), "data: ")), &c); err != nil {
			return err
		}
		for _, choice := range c.Choices {
			show(choice.Delta.Content)
		}
	}
	return lines.Err()
}

// A batcher waits for whole answers.
type batcher struct {
	url  string
	http *http.Client
}

func newBatcher(url string) *batcher {
	return &batcher{url, &http.Client{Timeout: time.Minute}}
}

func (b *batcher) post(ctx context.Context, in request) (*http.Response, error) {
	raw, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, b.url, bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	return b.http.Do(req)
}

func (b *batcher) whole(ctx context.Context, in request) (c chunk, err error) {
	resp, err := b.post(ctx, in)
	if err != nil {
		return c, err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&c)
	return c, err
}

// A patient model gets its timeout from whoever makes it.
func newPatient(url string, timeout time.Duration) *model {
	return &model{url, &http.Client{Timeout: timeout}}
}
