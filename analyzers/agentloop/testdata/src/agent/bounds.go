package agent

import (
	"context"
	"errors"
	"io"
	"iter"
	"time"

	"github.com/sashabaranov/go-openai"

	"example.com/line"
)

type run struct {
	*agent
	left, refused int
	stop          chan bool
}

func (r *run) turn(ctx context.Context) (done bool, err error) {
	m, err := r.ask(ctx)
	return len(m.ToolCalls) == 0, err
}

// A literal asks.
func (r *run) literal(ctx context.Context) error {
	ask := func() (bool, error) { return r.turn(ctx) }
	for { // want `agent loop has no limit except the model`
		if done, err := ask(); done || err != nil {
			return err
		}
	}
}

func (r *run) sometimes(ctx context.Context) {
	for done := false; !done; { // want `agent loop has no limit except the model`
		if last, err := r.turn(ctx); last || err != nil {
			done = true
		}
	}
}

// A number that is set anew each turn counts nothing.
func (r *run) anew(ctx context.Context, refused []int) error {
	for open := 1; open != 0; { // want `agent loop has no limit except the model`
		m, err := r.ask(ctx)
		if err != nil {
			return err
		}
		open = len(m.ToolCalls) - len(refused)
	}
	for { // want `agent loop has no limit except the model`
		m, err := r.ask(ctx)
		if err != nil {
			return err
		}
		r.left = len(m.ToolCalls) - r.refused
		if r.left == 0 {
			return nil
		}
	}
}

func (r *run) down(ctx context.Context) error {
	for left := r.turns; left != 0; left-- {
		if done, err := r.turn(ctx); done || err != nil {
			return err
		}
	}
	return errTurns
}

func (r *run) inField(ctx context.Context, limit int) error {
	for {
		if r.turns++; r.turns == limit {
			return errTurns
		}
		if done, err := r.turn(ctx); done || err != nil {
			return err
		}
	}
}

// The caller counts on.
func (r *run) inParameter(ctx context.Context, turns *int) error {
	for {
		if *turns++; *turns == r.turns {
			return errTurns
		}
		if done, err := r.turn(ctx); done || err != nil {
			return err
		}
	}
}

// A literal counts.
func (r *run) inLiteral(ctx context.Context) error {
	used := 0
	use := func() { used++ }
	for {
		if done, err := r.turn(ctx); done || err != nil {
			return err
		}
		if use(); used == r.turns {
			return errTurns
		}
	}
}

// Only turns that fail are counted.
func (r *run) failures(ctx context.Context) error {
	failed := 0
	for {
		done, err := r.turn(ctx)
		if err != nil {
			failed++
		}
		if failed == r.turns {
			return err
		}
		if done {
			return nil
		}
	}
}

// What counts is called by what the loop calls.
func (r *run) deep(ctx context.Context) error {
	for {
		if err := r.logged(ctx); err != nil {
			return err
		}
	}
}

func (r *run) logged(ctx context.Context) error {
	println("a turn")
	return r.step(ctx)
}

func (r *run) differs(ctx context.Context) error {
	text := ""
	for last := "-"; text != last; {
		m, err := r.ask(ctx)
		if err != nil {
			return err
		}
		last, text = text, m.Content
	}
	return nil
}

// The verdict is on the answer alone.
func (r *run) judged(ctx context.Context, final func(openai.ChatCompletionMessage) bool) error {
	for { // want `agent loop has no limit except the model`
		m, err := r.ask(ctx)
		if err != nil || final(m) {
			return err
		}
	}
}

// A context without a deadline.
func (r *run) cancelled(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for { // want `agent loop has no limit except the model`
		if done, err := r.turn(ctx); done || err != nil {
			return err
		}
	}
}

func (r *run) timer(ctx context.Context) error {
	late := time.NewTimer(time.Hour)
	for {
		select {
		case <-late.C:
			return errTurns
		default:
		}
		if done, err := r.turn(ctx); done || err != nil {
			return err
		}
	}
}

// Looking whether there is a message is not waiting for it.
func (r *run) polled(ctx context.Context) error {
	for { // want `agent loop has no limit except the model`
		select {
		case <-r.stop:
			return nil
		default:
		}
		if done, err := r.turn(ctx); done || err != nil {
			return err
		}
	}
}

// The body of a range over a function asks the clock.
func (r *run) ranged(ctx context.Context, calls iter.Seq[int]) error {
	start := time.Now()
	for {
		if done, err := r.turn(ctx); done || err != nil {
			return err
		}
		for range calls {
			if time.Since(start) > time.Hour {
				return errTurns
			}
		}
	}
}

// It ends only when it fails, as a service does.
func (r *run) recursive(ctx context.Context) error {
	for {
		if err := r.think(ctx); err != nil {
			return err
		}
	}
}

// A chat with a line editor, in three ways.
func (r *run) lines(ctx context.Context, in *line.Editor) error {
	for {
		if text, err := in.Read(); err != nil || text == "" {
			break
		}
		r.turn(ctx)
	}
	for {
		if text, err := in.Prompt("> "); err != nil || text == "" {
			break
		}
		r.turn(ctx)
	}
	for {
		if text, err := in.Choose("yes", "no"); err != nil || text == "" {
			break
		}
		r.turn(ctx)
	}
	return nil
}

// None of these is how a line editor reads.
func (r *run) noLines(ctx context.Context, in *line.Editor) error {
	for { // want `agent loop has no limit except the model`
		if done, err := r.turn(ctx); done || err != nil {
			break
		}
		in.Width()
	}
	for { // want `agent loop has no limit except the model`
		if done, err := r.turn(ctx); done || err != nil {
			break
		}
		in.Name()
	}
	for { // want `agent loop has no limit except the model`
		if done, err := r.turn(ctx); done || err != nil {
			break
		}
		in.Render(80)
	}
	for { // want `agent loop has no limit except the model`
		if done, err := r.turn(ctx); done || err != nil {
			break
		}
		in.Replace("a", "b")
	}
	for { // want `agent loop has no limit except the model`
		if done, err := r.turn(ctx); done || err != nil {
			break
		}
		in.State()
	}
	return nil
}

// A stream behind an interface, of which an implementation asks again where the first call failed.
type stream interface {
	Recv(ctx context.Context) (openai.ChatCompletionMessage, error)
}

type retried struct{ *agent }

func (r retried) Recv(ctx context.Context) (openai.ChatCompletionMessage, error) { return r.ask(ctx) }

var _ stream = retried{}

func drain(ctx context.Context, s stream) (text string, err error) {
	for {
		m, err := s.Recv(ctx)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return text, err
		}
		text += m.Content
	}
	for {
		m, err := s.Recv(ctx)
		if err == io.EOF {
			return text, nil
		}
		text += m.Content
	}
}

// What an iterator gives is bounded by the loop over it.
func (r *run) all(ctx context.Context) iter.Seq[openai.ChatCompletionMessage] {
	return func(yield func(openai.ChatCompletionMessage) bool) {
		for {
			m, err := r.ask(ctx)
			if err != nil || !yield(m) {
				return
			}
		}
	}
}

// A reader that may ask once more.
type reader struct {
	*agent
	err error
}

func (r *reader) Next() bool {
	_, r.err = r.ask(context.Background())
	return r.err == nil
}

func (r *reader) drain(stopped func() bool) error {
	for !stopped() && r.Next() {
	}
	return r.err
}
