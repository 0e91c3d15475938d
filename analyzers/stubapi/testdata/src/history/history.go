package history

import "context"

type Message interface{ Text() string }

type Remote struct{ messages []Message }

func (r *Remote) Messages(context.Context) ([]Message, error) { return r.messages, nil }

func (*Remote) SetMessages(context.Context, []Message) error { // want `Remote.SetMessages [a-z]+ its arguments and returns nil, although Messages returns such a value`
	return nil
}

// Nothing of the kind comes out of a Remote.
func (*Remote) Subscribe(map[string]int) error { return nil }

// A name is not something to return.
func (r *Remote) ID() string          { return r.messages[0].Text() }
func (r *Remote) Touch(string) error  { return nil }
func (*Remote) Close() error          { return nil }
func (*Remote) Guess(m []Message) any { return nil }

// Names that do not say that anything is kept.
func (*Remote) DeleteMessages([]Message) error { return nil }
func (*Remote) Seen([]Message) error           { return nil }
func (*Remote) Addressed([]Message) error      { return nil }

// Cached keeps messages elsewhere.
type Cached struct{ Remote }

func (c *Cached) SetMessages(context.Context, []Message) error {
	// The server keeps them: nothing to do.
	return nil
}

// Empty is a history without messages: it keeps nothing and gives nothing back.
type Empty struct{}

func (Empty) Messages() []Message         { return nil }
func (Empty) SetMessages([]Message) error { return nil }
