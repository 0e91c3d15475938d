package agent

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
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
	for { // want `agent loop has no limit except the model`
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
	for { // want `agent loop has no limit except the model`
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
	for !done { // want `agent loop has no limit except the model`
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
	for { // want `agent loop has no limit except the model`
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

// serve reads a line in a goroutine, so that the context can end it.
func (a *agent) serve(ctx context.Context, in *bufio.Reader) error {
	for {
		line, err := next(ctx, in)
		if err != nil {
			return err
		}
		a.history = append(a.history, openai.ChatCompletionMessage{Role: "user", Content: line})
		if _, err := a.ask(ctx); err != nil {
			return err
		}
	}
}

func next(ctx context.Context, in *bufio.Reader) (string, error) {
	lines := make(chan string, 1)
	go func() {
		line, _ := in.ReadString('\n')
		lines <- line
	}()
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case line := <-lines:
		return line, nil
	}
}

type queue[T any] struct {
	filled *sync.Cond
	items  []T
}

func (q *queue[T]) take() (item T) {
	q.filled.L.Lock()
	defer q.filled.L.Unlock()
	for len(q.items) == 0 {
		q.filled.Wait()
	}
	item, q.items = q.items[0], q.items[1:]
	return item
}

// consume waits for what others put into a queue.
func (a *agent) consume(ctx context.Context, q *queue[openai.ChatCompletionMessage]) error {
	for {
		a.history = append(a.history, q.take())
		if _, err := a.ask(ctx); err != nil {
			return err
		}
	}
}

type page struct {
	Items      []openai.ChatCompletionMessage
	NextCursor string
}

func (a *agent) page(ctx context.Context, cursor string) (p page, err error) {
	m, err := a.ask(ctx)
	return page{Items: []openai.ChatCompletionMessage{m}, NextCursor: cursor}, err
}

// list asks for pages until there are no more.
func (a *agent) list(ctx context.Context) (all []openai.ChatCompletionMessage, err error) {
	for cursor := ""; ; {
		p, err := a.page(ctx, cursor)
		if err != nil {
			return nil, err
		}
		all = append(all, p.Items...)
		if p.NextCursor == "" {
			return all, nil
		}
		cursor = p.NextCursor
	}
}

// until leaves it to the caller when to stop.
func (a *agent) until(ctx context.Context, stop func([]openai.ChatCompletionMessage) bool) error {
	var steps []openai.ChatCompletionMessage
	for {
		m, err := a.ask(ctx)
		if err != nil {
			return err
		}
		steps = append(steps, m)
		if enough := stop(steps); enough || len(m.ToolCalls) == 0 {
			return nil
		}
	}
}
