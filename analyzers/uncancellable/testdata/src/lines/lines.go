// Package lines reads the events of a model by itself.
package lines

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"time"
)

type chunk struct {
	Choices []struct {
		Delta struct {
			Content string `json:"content"`
		} `json:"delta"`
	} `json:"choices"`
}

type client struct {
	stream *http.Client
	whole  *http.Client
	timed  *http.Client
	url    string
}

func newClient(url string) *client {
	return &client{
		stream: &http.Client{Timeout: time.Minute}, // want `Timeout of http.Client covers the whole body, so it cuts off long streams; set Transport.ResponseHeaderTimeout`
		whole:  &http.Client{Timeout: time.Minute},
		timed:  &http.Client{Timeout: time.Minute},
		url:    url,
	}
}

func (c *client) Stream(ctx context.Context, body []byte, emit func(string)) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url+"/v1/chat/completions", bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := c.stream.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return read(resp.Body, emit)
}

func read(r io.Reader, emit func(string)) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		data, ok := strings.CutPrefix(lines.Text(), "data: ")
		if !ok {
			continue
		}
		var c chunk
		if err := json.Unmarshal([]byte(data), &c); err != nil {
			return err
		}
		for _, choice := range c.Choices {
			emit(choice.Delta.Content)
		}
	}
	return lines.Err()
}

func (c *client) Whole(ctx context.Context, body []byte) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url+"/v1/chat/completions", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	resp, err := c.whole.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	return string(data), err
}

// Timed has a deadline of its own, which the client's timeout only backs.
func (c *client) Timed(ctx context.Context, body []byte, emit func(string)) error {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url+"/v1/chat/completions", bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := c.timed.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return read(resp.Body, emit)
}
