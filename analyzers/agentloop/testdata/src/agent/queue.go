package agent

import (
	"context"
	"strings"

	"github.com/sashabaranov/go-openai"
)

type task struct{ text string }

type person interface {
	Confirm(question string) (bool, error)
}

// A session of which another call has opened the stream.
type events interface {
	Receive(ctx context.Context) (openai.ChatCompletionMessage, error)
}

type opened struct{ a *agent }

func (o opened) Receive(ctx context.Context) (openai.ChatCompletionMessage, error) { return o.a.ask(ctx) }

var _ events = opened{}

// What is to do is given, and gets less.
func (r *run) queued(ctx context.Context, queue []task) error {
	for len(queue) > 0 {
		t := queue[0]
		queue = queue[1:]
		if t.text == "" {
			queue = append(queue, task{"again"})
		}
		if done, err := r.turn(ctx); done || err != nil {
			return err
		}
	}
	return nil
}

func (r *run) pending(ctx context.Context, count int, next func(int) int) error {
	for count != 0 {
		count = next(count)
		if done, err := r.turn(ctx); done || err != nil {
			return err
		}
	}
	return nil
}

// What is to do comes from the model.
func (r *run) asked(ctx context.Context) error {
	m, err := r.ask(ctx)
	for len(m.ToolCalls) > 0 { // want `agent loop has no limit except the model`
		if err != nil {
			return err
		}
		m, err = r.ask(ctx)
	}
	return err
}

// A person is asked through an interface.
func (r *run) confirmed(ctx context.Context, p person) error {
	for {
		if ok, err := p.Confirm("Go on?"); err != nil || !ok {
			return err
		}
		if done, err := r.turn(ctx); done || err != nil {
			return err
		}
	}
}

// Each turn reads what comes.
func receive(ctx context.Context, e events, show func(string)) error {
	for {
		m, err := e.Receive(ctx)
		if err != nil {
			return err
		}
		show(m.Content)
	}
}

// The loop ends on a word of the model.
func (r *run) word(ctx context.Context) error {
	for { // want `agent loop has no limit except the model's own decision to stop; bound it by turns, a deadline or a budget`
		m, err := r.ask(ctx)
		if err == nil && strings.Contains(m.Content, "DONE") {
			return nil
		}
	}
}

func (r *run) retried(ctx context.Context) openai.ChatCompletionMessage {
	for { // want `loop calls the model again until a call succeeds, without a limit; bound it`
		m, err := r.ask(ctx)
		if err == nil {
			return m
		}
	}
}

// A daemon goes on until it is told to stop, or fails.
func (r *run) daemon(ctx context.Context, batches func() []task, stop func() bool) error {
	for !stop() {
		for _, t := range batches() {
			if err := r.work(ctx, t); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *run) work(ctx context.Context, t task) error {
	_, err := r.ask(ctx)
	return err
}

// A flag that what the model answered sets.
func (r *run) flagged(ctx context.Context) error {
	done := false
	for !done { // want `agent loop has no limit except the model`
		m, err := r.ask(ctx)
		if err != nil {
			return err
		}
		if len(m.ToolCalls) == 0 {
			done = true
		}
	}
	return nil
}

// An interpreter evaluates what stands below, which may call a model.
type expr struct {
	kind        string
	left, right *expr
}

func (r *run) eval(ctx context.Context, n *expr, in func(*expr) *expr) (string, error) {
	if n.kind == "ask" {
		m, err := r.ask(ctx)
		return m.Content, err
	}
	left, err := r.eval(ctx, in(n), in)
	if err != nil {
		return "", err
	}
	right, err := r.eval(ctx, in(&expr{kind: left}), in)
	return left + right, err
}
