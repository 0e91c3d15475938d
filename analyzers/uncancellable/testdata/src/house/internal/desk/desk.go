// Package desk is called by one program only.
package desk

import (
	"context"
	"sync"

	"github.com/anthropics/anthropic-sdk-go"
	openai "github.com/sashabaranov/go-openai"
)

type Desk struct {
	client anthropic.Client
	other  *openai.Client
	done   sync.WaitGroup
}

func (d *Desk) ask(ctx context.Context, p anthropic.MessageNewParams) error {
	_, err := d.client.Messages.New(ctx, p)
	return err
}

// Once asks once, and its callers may have no context either.
func (d *Desk) Once(p anthropic.MessageNewParams) error { return d.ask(context.Background(), p) }

// Forever asks a server that may never answer.
func (d *Desk) Forever(p openai.ChatCompletionRequest) error {
	_, err := d.other.CreateChatCompletion(context.Background(), p) // want `so callers of \(\*desk.Desk\).Forever cannot cancel it`
	return err
}

// Each asks again and again.
func (d *Desk) Each(ps []anthropic.MessageNewParams) {
	for _, p := range ps {
		d.one(p)
	}
}

func (d *Desk) one(p anthropic.MessageNewParams) error {
	return d.ask(context.Background(), p) // want `so callers of \(\*desk.Desk\).Each cannot cancel it`
}

// Start waits for nothing.
func (d *Desk) Start(ps []anthropic.MessageNewParams) { go d.run(ps) }

func (d *Desk) run(ps []anthropic.MessageNewParams) {
	for _, p := range ps {
		d.turn(p)
	}
}

func (d *Desk) turn(p anthropic.MessageNewParams) error { return d.ask(context.Background(), p) }

// Open starts what Stop waits for.
func (d *Desk) Open(p anthropic.MessageNewParams) {
	d.done.Add(1)
	go func() {
		defer d.done.Done()
		d.index(p)
	}()
}

func (d *Desk) index(p anthropic.MessageNewParams) error {
	return d.ask(context.Background(), p) // want `so callers of \(\*desk.Desk\).Open cannot cancel it`
}

func (d *Desk) Stop() { d.done.Wait() }

// Handler makes what somebody else runs; the loop over names only registers it.
func (d *Desk) Handler(p anthropic.MessageNewParams) func() error {
	return func() error { return d.ask(context.Background(), p) }
}

func (d *Desk) Register(names []string, p anthropic.MessageNewParams, add func(string, func() error)) {
	for _, name := range names {
		add(name, d.Handler(p))
	}
}
