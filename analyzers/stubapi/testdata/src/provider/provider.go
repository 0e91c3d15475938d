package provider

import (
	"errors"
	"fmt"
)

type Name string

const (
	OpenAI Name = "openai"
	Mock   Name = "__mock"
	Local  Name = "local"
)

func New(name Name) (any, error) {
	switch name {
	case OpenAI:
		return struct{}{}, nil
	case Mock:
		panic("not implemented") // want `New accepts "__mock" and then always panics with "not implemented"; return errors.ErrUnsupported or remove it`
	case Local:
		return nil, fmt.Errorf("%s is not implemented yet", name) // want `New accepts "local" and then always fails with`
	}
	return nil, fmt.Errorf("unknown provider %q", name)
}

func Embed(text string) ([]float32, error) {
	if text == "" {
		return nil, errEmpty
	}
	return nil, errors.New("100% unimplemented") // want `exported Embed always fails with "100% unimplemented"; return errors.ErrUnsupported`
}

var errEmpty = errors.New("empty")

type Client struct{}

func (c *Client) Stream() {
	panic("implement me") // want `exported Client.Stream always panics with "implement me"`
}

type list[T any] struct{}

// Not exported, so nobody can be taken in.
func (l *list[T]) Len() int { panic("not implemented") }

func helper() error { return errors.New("not implemented") }

// An answer that programs can read is no stub.
func (c *Client) Pull() error { return fmt.Errorf("pull: not implemented: %w", errors.ErrUnsupported) }

// One way out among others.
func (c *Client) Push(fast bool) error {
	if fast {
		return nil
	}
	return errors.New("slow push is not implemented")
}

// Mode is about kinds that no configuration names.
func Mode(kind int) string {
	switch kind {
	case 1:
		return "one"
	case 2:
		panic("not implemented")
	}
	return ""
}

// Deprecated: use Push.
func (c *Client) Send() error { return errors.New("not implemented any more") }

// Fork is not supported by this provider.
func (c *Client) Fork() error { return errors.New("fork is not implemented") }
