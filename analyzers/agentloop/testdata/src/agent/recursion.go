package agent

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

func (a *agent) again(ctx context.Context, history []openai.ChatCompletionMessage) error {
	m, err := a.ask(ctx)
	if err != nil || len(m.ToolCalls) == 0 {
		return err
	}
	return a.again(ctx, append(history, m)) // want `again calls itself after each answer of \(\*agent.agent\).ask`
}

func (a *agent) think(ctx context.Context) error {
	m, err := a.ask(ctx)
	if err != nil {
		return err
	}
	a.tools(m)
	return a.act(ctx) // want `think calls itself after each answer`
}

func (a *agent) act(ctx context.Context) error { return a.think(ctx) }

func (a *agent) depth(ctx context.Context, left int) error {
	if left == 0 {
		return errTurns
	}
	m, err := a.ask(ctx)
	if err != nil || len(m.ToolCalls) == 0 {
		return err
	}
	return a.depth(ctx, left-1)
}

// summarize goes down a tree, which ends.
func (a *agent) summarize(ctx context.Context, parts []string) error {
	if len(parts) < 2 {
		return nil
	}
	if _, err := a.ask(ctx); err != nil {
		return err
	}
	return a.summarize(ctx, parts[1:])
}

func (a *agent) deeper(ctx context.Context, depth int) error {
	if depth > a.turns {
		return errTurns
	}
	m, err := a.ask(ctx)
	if err != nil || len(m.ToolCalls) == 0 {
		return err
	}
	return a.deeper(ctx, depth+1)
}

// What follows goes down what it got, in all the ways there are.
type node struct {
	next  *node
	kids  []*node
	named map[string]*node
}

func chain(n *node, a *agent) {
	a.ask(context.Background())
	if n.next != nil {
		chain(n.next, a)
	}
}

func list(n *node, a *agent) {
	a.ask(context.Background())
	for _, k := range n.kids {
		list(k, a)
	}
}

func names(n *node, a *agent) {
	a.ask(context.Background())
	names(n.named["first"], a)
	for _, k := range n.named {
		names(k, a)
	}
}

func letters(text string, a *agent) {
	a.ask(context.Background())
	letters(text[1:], a)
}

// A queue of what users wrote meanwhile ends when it is empty.
type inbox struct {
	*agent
	waiting []job
}

type job struct {
	text   string
	queued bool
}

func (q *inbox) get() []job { return q.waiting }

func (q *inbox) run(ctx context.Context, j job) error {
	m, err := q.ask(ctx)
	if err != nil {
		return err
	}
	if len(m.Content) > 1000 {
		if err := q.shorten(ctx, j); err != nil {
			return err
		}
	}
	waiting := q.get()
	if len(waiting) == 0 {
		return nil
	}
	first := waiting[0]
	q.waiting = waiting[1:]
	first.queued = true
	return q.run(ctx, first)
}

func (q *inbox) shorten(ctx context.Context, j job) error {
	if _, err := q.ask(ctx); err != nil {
		return err
	}
	waiting := q.get()
	if len(waiting) == 0 {
		return nil
	}
	q.waiting = waiting[1:]
	return q.run(ctx, waiting[0])
}

// The first of a list that stays as it is.
func (q *inbox) same(ctx context.Context, j job) error {
	m, err := q.ask(ctx)
	if err != nil {
		return err
	}
	q.tools(m)
	return q.same(ctx, q.get()[0]) // want `same calls itself after each answer`
}

// Two variables, each made of the other.
func (q *inbox) swapped(ctx context.Context, j, k job) error {
	m, err := q.ask(ctx)
	if err != nil {
		return err
	}
	q.history = append(q.history, m)
	j.queued, k.queued = true, true
	j, k = k, j
	return q.swapped(ctx, j, k) // want `swapped calls itself after each answer`
}
