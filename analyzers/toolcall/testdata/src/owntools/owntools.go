// Package owntools defines tools of its own.
package owntools

import (
	"context"
	"encoding/json"
	"errors"
)

type ticket struct {
	open func(title string, priority int) (string, error)
}

func (ticket) Name() string               { return "create_ticket" }
func (ticket) Description() string        { return "Create a ticket." }
func (ticket) Parameters() map[string]any { return nil }

func (t ticket) Execute(ctx context.Context, args map[string]any) (string, error) {
	title := args["title"].(string) // want `args\["title"\].\(string\) panics if the model sends another type`
	return t.open(title, int(args["priority"].(float64)))
}

type closing struct {
	shut func(ctx context.Context, id string) error
}

func (closing) Name() string        { return "close_ticket" }
func (closing) Description() string { return "Close a ticket." }
func (closing) InputSchema() any    { return nil }

func (c closing) Run(ctx context.Context, input json.RawMessage) (string, error) {
	var in struct {
		ID string `json:"id"`
	}
	_ = json.Unmarshal(input, &in) // want `decoding error of tool arguments from Unmarshal is discarded`
	if err := c.shut(ctx, in.ID); err != nil {
		return "", err
	}
	return "closed", nil
}

type careful struct {
	open func(title string) (string, error)
}

func (careful) Name() string               { return "create_ticket" }
func (careful) Description() string        { return "Create a ticket." }
func (careful) Parameters() map[string]any { return nil }

func (t careful) Execute(ctx context.Context, args map[string]any) (string, error) {
	title, ok := args["title"].(string)
	if !ok {
		return "", errors.New("title is missing")
	}
	return t.open(title)
}

// A job has no schema: a program fills its arguments.
type job struct {
	open func(title string) (string, error)
}

func (job) Name() string        { return "job" }
func (job) Description() string { return "Do a job." }

func (j job) Run(ctx context.Context, args map[string]any) (string, error) {
	return j.open(args["title"].(string))
}

type definition struct {
	Name        string                                                      `json:"name"`
	Description string                                                      `json:"description"`
	Parameters  map[string]any                                              `json:"parameters"`
	Run         func(ctx context.Context, args map[string]any) (any, error) `json:"-"`
}

func definitions(open func(title string) (string, error)) []definition {
	return []definition{{
		Name: "open", Description: "Open a ticket.",
		Run: func(ctx context.Context, args map[string]any) (any, error) {
			return open(args["title"].(string)) // want `args\["title"\].\(string\) panics`
		},
	}}
}
