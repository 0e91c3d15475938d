package lib

import "context"

// Two that call each other, and that nobody outside calls.
func ping(a *Asker) { a.ask(context.Background(), "ping"); pong(a) }
func pong(a *Asker) { a.ask(context.Background(), "pong"); ping(a) }

type inner struct{ *Asker }

// Now can be called by nobody who does not have an inner.
func (i inner) Now() (string, error) { return i.ask(context.Background(), "now") }

func outer(a *Asker) (string, error) { return hidden(a) }

func (a *Asker) DroppedDeep(_ context.Context) (string, error) { // want `DroppedDeep ignores its context, so the call of lib.outer cannot be cancelled`
	return outer(a)
}
