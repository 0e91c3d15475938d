package server

import (
	"context"
	"io"
	"log"
	"net/http"

	openai "github.com/sashabaranov/go-openai"
)

func (b bot) listen(addr string) error {
	s := &http.Server{Addr: addr, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text, err := b.askErr(r.Context(), openai.ChatCompletionRequest{})
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		io.WriteString(w, text)
	})}
	return s.ListenAndServe()
}

// Serve fails if it cannot listen, and not if a handler fails.
func (b bot) Serve(addr string) {
	if err := b.listen(addr); err != nil {
		log.Fatal(err)
	}
}

func (b bot) warm(ctx context.Context, addr string) error {
	if _, err := b.askErr(ctx, openai.ChatCompletionRequest{}); err != nil {
		return err
	}
	return b.listen(addr)
}

// ServeWarm asks the model before it listens.
func (b bot) ServeWarm(ctx context.Context, addr string) {
	if err := b.warm(ctx, addr); err != nil {
		log.Fatal(err) // want `log.Fatal ends the whole process when \(server.bot\).warm fails`
	}
}

type screen interface{ FatalError(err error) }

// Show returns the error that the screen only shows.
func (b bot) Show(ctx context.Context, s screen) error {
	if err := b.warm(ctx, ""); err != nil {
		s.FatalError(err)
		return err
	}
	return nil
}
