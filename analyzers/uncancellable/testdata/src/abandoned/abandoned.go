// Package abandoned reads channels of parts in loops that may exit early.
package abandoned

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/ollama/ollama/api"
)

type chunk struct {
	Choices []struct {
		Delta struct {
			Content string `json:"content"`
		} `json:"delta"`
	} `json:"choices"`
	Err error `json:"-"`
}

func join(ctx context.Context, resp *http.Response, show func(string) error) (string, error) {
	lines := bufio.NewScanner(resp.Body)
	parts := make(chan chunk)
	go func() {
		defer close(parts)
		for lines.Scan() {
			var c chunk
			if err := json.NewDecoder(strings.NewReader(lines.Text())).Decode(&c); err != nil {
				c.Err = err
			}
			parts <- c // want `this send blocks forever if the reader stops early`
		}
	}()
	return collect(parts, show)
}

func collect(parts chan chunk, show func(string) error) (text string, err error) {
	for p := range parts {
		if p.Err != nil {
			return "", p.Err
		}
		for _, c := range p.Choices {
			if err := show(c.Delta.Content); err != nil {
				return "", err
			}
			text += c.Delta.Content
		}
	}
	return text, nil
}

func serve(w http.ResponseWriter, r *http.Request, c *api.Client, ask *api.ChatRequest) {
	parts := make(chan string)
	go func() {
		defer close(parts)
		if err := c.Chat(r.Context(), ask, func(got api.ChatResponse) error {
			parts <- got.Message.Content
			return nil
		}); err != nil {
			parts <- err.Error() // want `this send blocks forever if the reader stops early`
		}
	}()
	relay(w, r, parts)
}

func relay(w http.ResponseWriter, r *http.Request, parts chan string) {
	for {
		select {
		case <-r.Context().Done():
			return
		case p, ok := <-parts:
			if !ok {
				return
			}
			w.Write([]byte(p))
		}
	}
}

// The reader takes all there is.
func drains(ctx context.Context, c *api.Client, ask *api.ChatRequest) (text string, err error) {
	parts := make(chan string)
	go func() {
		defer close(parts)
		err = c.Chat(ctx, ask, func(got api.ChatResponse) error {
			parts <- got.Message.Content
			return nil
		})
	}()
	for p := range parts {
		text += p
	}
	return text, err
}

func selects(w http.ResponseWriter, r *http.Request, c *api.Client, ask *api.ChatRequest) {
	parts := make(chan string)
	go func() {
		defer close(parts)
		c.Chat(r.Context(), ask, func(got api.ChatResponse) error {
			select {
			case parts <- got.Message.Content:
				return nil
			case <-r.Context().Done():
				return r.Context().Err()
			}
		})
	}()
	relay(w, r, parts)
}
