// Package owntools defines tools of its own and cuts what they answer.
package owntools

import (
	"context"
	"encoding/json"
	"os"
)

const limit = 20_000

type result struct {
	Content string
	Title   string
}

type schema struct {
	Name        string
	Description string
	Parameters  map[string]any
}

type lister struct{ root string }

func (lister) Definition() schema { return schema{Name: "list", Description: "List the files."} }

func (l lister) Execute(ctx context.Context, input json.RawMessage) (result, error) {
	text := ""
	entries, err := os.ReadDir(l.root)
	for _, e := range entries {
		text += e.Name() + "\n"
	}
	return result{Content: shorten(text), Title: text[:80]}, err
}

func shorten(s string) string {
	if len(s) > limit {
		return s[:limit] + "…" // want `s\[:limit\] cuts text for a model`
	}
	return s
}

type reader struct{}

func (reader) Name() string               { return "read" }
func (reader) Description() string        { return "Read a file." }
func (reader) Parameters() map[string]any { return nil }

func (reader) Call(ctx context.Context, args map[string]any) (string, error) {
	path, _ := args["path"].(string)
	b, err := os.ReadFile(path)
	text := string(b)
	if len(text) > limit {
		text = text[:limit] // want `cuts text for a model`
	}
	return text, err
}

// A report has no schema, and is for people.
type report struct{}

func (report) Name() string        { return "report" }
func (report) Description() string { return "Print a report." }

func (report) Call(ctx context.Context, args map[string]any) (string, error) {
	text, _ := args["text"].(string)
	return text[:limit], nil
}
