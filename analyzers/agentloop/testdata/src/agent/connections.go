package agent

import (
	"context"

	"github.com/coder/websocket/wsjson"
)

// converse answers one message of a connection after the other.
func (a *agent) converse(ctx context.Context, conn *wsjson.Conn) {
	for {
		var text string
		if wsjson.Read(ctx, conn, &text) != nil {
			return
		}
		if m, err := a.ask(ctx); err != nil || m.Content == "bye" {
			return
		}
	}
}

type channel struct{ messages chan string }

func (c *channel) Messages() <-chan string { return c.messages }

// drain answers one message of a channel after the other.
func (a *agent) drain(ctx context.Context, in *channel) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-in.Messages():
			if m, err := a.ask(ctx); err != nil || m.Content == "bye" {
				return err
			}
		}
	}
}

// looking only asks whether it is cancelled, and waits for nobody.
func (a *agent) looking(ctx context.Context) error {
	for { // want `agent loop has no limit except the model`
		select {
		case <-ctx.Done():
			return nil
		default:
		}
		m, err := a.ask(ctx)
		if err != nil {
			return err
		}
		if len(m.ToolCalls) == 0 {
			return nil
		}
		a.tools(m)
	}
}
