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
	return a.again(ctx, append(history, m)) // want `again calls itself here after each answer of \(\*agent.agent\).ask`
}

func (a *agent) think(ctx context.Context) error {
	if _, err := a.ask(ctx); err != nil {
		return err
	}
	return a.act(ctx) // want `think calls itself here`
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
