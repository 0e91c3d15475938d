// Package ownclient posts to a server of its own, of whose paths only some ask a model.
package ownclient

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
)

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

type chatRequest struct {
	Model    string    `json:"model"`
	Messages []message `json:"messages"`
}

type showRequest struct {
	Name string `json:"name"`
}

type Client struct{ http *http.Client }

func (c *Client) do(ctx context.Context, path string, request any) (string, error) {
	body, err := json.Marshal(request)
	if err != nil {
		return "", err
	}
	return c.post(ctx, path, body)
}

func (c *Client) post(ctx context.Context, path string, body []byte) (string, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, path, bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	resp, err := c.http.Do(r)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return string(text), err
}

func (c *Client) chat(ctx context.Context, text string) (string, error) {
	return c.do(ctx, "/chat", chatRequest{"m", []message{{"user", text}}})
}

func (c *Client) show(ctx context.Context, name string) (string, error) {
	return c.do(ctx, "/show", showRequest{name})
}

// Ask asks the model.
func (c *Client) Ask(text string) (string, error) {
	return c.chat(context.Background(), text) // want `\(\*ownclient.Client\).chat is called with context.Background\(\), so callers of \(\*ownclient.Client\).Ask cannot cancel it`
}

// Show asks no model.
func (c *Client) Show(name string) (string, error) { return c.show(context.Background(), name) }
