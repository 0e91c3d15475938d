package agent

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/sashabaranov/go-openai"
)

var errTurns = errors.New("too many turns")

type agent struct {
	client  *openai.Client
	history []openai.ChatCompletionMessage
	inbox   chan string
	turns   int
	spent   int
}

func (a *agent) ask(ctx context.Context) (openai.ChatCompletionMessage, error) {
	r, err := a.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: a.history})
	if err != nil || len(r.Choices) == 0 {
		return openai.ChatCompletionMessage{}, err
	}
	a.spent += r.Usage.TotalTokens
	return r.Choices[0].Message, nil
}

func (a *agent) tools(m openai.ChatCompletionMessage) { a.history = append(a.history, m) }

func (a *agent) endless(ctx context.Context) error {
	for { // want `calls \(\*agent.agent\).ask each turn and ends only when the model`
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

func (a *agent) watched(ctx context.Context) error {
	for { // want `calls \(\*agent.agent\).ask each turn`
		select {
		case <-ctx.Done():
			return ctx.Err()
		default:
		}
		m, err := a.ask(ctx)
		if err != nil {
			return err
		}
		if len(m.ToolCalls) > 0 {
			a.tools(m)
			continue
		}
		return nil
	}
}

func (a *agent) flag(ctx context.Context) {
	done := false
	for !done { // want `calls \(\*openai.Client\).CreateChatCompletion each turn`
		r, err := a.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: a.history})
		done = err != nil || len(r.Choices) == 0 || r.Choices[0].FinishReason == openai.FinishReasonStop
	}
}

func (a *agent) counted(ctx context.Context) error {
	for range 10 {
		if m, err := a.ask(ctx); err != nil || len(m.ToolCalls) == 0 {
			return err
		}
	}
	for i := 0; i < a.turns; i++ {
		if m, err := a.ask(ctx); err != nil || len(m.ToolCalls) == 0 {
			return err
		}
	}
	turn := 0
	for {
		turn++
		if turn == a.turns {
			return errTurns
		}
		if m, err := a.ask(ctx); err != nil || len(m.ToolCalls) == 0 {
			return err
		}
	}
}

func (a *agent) field(ctx context.Context) error {
	for {
		if err := a.step(ctx); err != nil {
			return err
		}
	}
}

// step counts for its callers.
func (a *agent) step(ctx context.Context) error {
	a.turns++
	if a.turns > 20 {
		return errTurns
	}
	_, err := a.ask(ctx)
	return err
}

func (a *agent) budgeted(ctx context.Context) error {
	for {
		m, err := a.ask(ctx)
		if err != nil || len(m.ToolCalls) == 0 {
			return err
		}
		if a.spent > 100_000 {
			return errTurns
		}
	}
}

func (a *agent) timed(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	for {
		if m, err := a.ask(ctx); err != nil || len(m.ToolCalls) == 0 {
			return err
		}
	}
}

// A deadline for each turn bounds no more than the turn.
func (a *agent) timedTurn(ctx context.Context) error {
	for { // want `calls \(\*agent.agent\).ask each turn`
		turn, cancel := context.WithTimeout(ctx, time.Minute)
		m, err := a.ask(turn)
		cancel()
		if err != nil || len(m.ToolCalls) == 0 {
			return err
		}
	}
}

func (a *agent) clock(ctx context.Context) error {
	start := time.Now()
	for {
		m, err := a.ask(ctx)
		if err != nil || len(m.ToolCalls) == 0 || time.Since(start) > time.Minute {
			return err
		}
	}
}

func (a *agent) repeated(ctx context.Context) error {
	last := ""
	for {
		m, err := a.ask(ctx)
		if err != nil || m.Content == last {
			return err
		}
		last = m.Content
	}
}

func (a *agent) seen(ctx context.Context) error {
	seen := map[string]bool{}
	for {
		m, err := a.ask(ctx)
		if err != nil || seen[m.Content] {
			return err
		}
		seen[m.Content] = true
	}
}

// A chat: a person says when it goes on.
func (a *agent) chat(ctx context.Context) error {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		if _, err := a.ask(ctx); err != nil {
			return err
		}
	}
	for {
		var line string
		if _, err := fmt.Scanln(&line); err != nil {
			return err
		}
		if _, err := a.ask(ctx); err != nil {
			return err
		}
	}
}

// A worker: each turn is another's request.
func (a *agent) worker(ctx context.Context) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-a.inbox:
			if _, err := a.ask(ctx); err != nil {
				return err
			}
		}
	}
}

// A service has no way out and is meant to have none.
func (a *agent) service(ctx context.Context) {
	for {
		a.ask(ctx)
		time.Sleep(time.Hour)
	}
}

// Only some turns ask the model, and none of those is followed by another.
func (a *agent) last(ctx context.Context, todo func() bool) error {
	for {
		if todo() {
			_, err := a.ask(ctx)
			return err
		}
	}
}

func (a *agent) stream(ctx context.Context) error {
	s, err := a.client.CreateChatCompletionStream(ctx, openai.ChatCompletionRequest{Messages: a.history})
	if err != nil {
		return err
	}
	for {
		if _, err := s.Recv(); err != nil {
			return err
		}
	}
}

func (a *agent) retry(ctx context.Context) (err error) {
	attempts := 0
	for {
		if _, err = a.ask(ctx); err == nil {
			return nil
		}
		attempts++
		if again, err := retriable(attempts, err); !again {
			return err
		}
	}
}

func retriable(attempts int, err error) (bool, error) { return attempts < 3, err }
