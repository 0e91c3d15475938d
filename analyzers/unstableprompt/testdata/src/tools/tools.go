// Package tools lists tools that are kept in a map.
package tools

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"slices"
)

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// A declaration is sent in each request.
type declaration struct {
	Name        string `json:"name"`
	Description string `json:"description"`
	Parameters  any    `json:"parameters"`
}

type request struct {
	Model    string        `json:"model"`
	Messages []message     `json:"messages"`
	Tools    []declaration `json:"tools"`
}

// An endpoint is documented in the same form for people.
type endpoint struct {
	Name        string `json:"name"`
	Description string `json:"description"`
	Parameters  any    `json:"parameters"`
}

type tool struct {
	name, about string
	schema      map[string]any
}

type registry struct{ tools map[string]tool }

func (r *registry) declarations() (out []declaration) {
	for _, t := range r.tools { // want `is built in the order of the map r.tools`
		out = append(out, declaration{t.name, t.about, t.schema})
	}
	return out
}

func (r *registry) sorted() (out []declaration) {
	for _, t := range r.tools {
		out = append(out, declaration{t.name, t.about, t.schema})
	}
	slices.SortFunc(out, func(a, b declaration) int { return len(a.Name) - len(b.Name) })
	return out
}

func (r *registry) endpoints() (out []endpoint) {
	for _, t := range r.tools {
		out = append(out, endpoint{t.name, t.about, t.schema})
	}
	return out
}

func (r *registry) functions() (out []map[string]any) {
	for _, t := range r.tools { // want `is built in the order of the map r.tools`
		out = append(out, map[string]any{"type": "function", "function": map[string]any{"name": t.name, "description": t.about, "parameters": t.schema}})
	}
	return out
}

func (r *registry) menu() (out []map[string]any) {
	for _, t := range r.tools {
		out = append(out, map[string]any{"name": t.name, "description": t.about})
	}
	return out
}

// A port takes declarations of its own.
type port interface {
	Chat(ctx context.Context, messages []message, tools []spec) (string, error)
}

type spec struct {
	Name        string
	Description string
	InputSchema map[string]any
}

func (r *registry) specs() (out []spec) {
	for name, t := range r.tools { // want `is built in the order of the map r.tools`
		out = append(out, spec{Name: name, Description: t.about, InputSchema: t.schema})
	}
	return out
}

func send(ctx context.Context, url string, r request) (*http.Response, error) {
	b, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}
