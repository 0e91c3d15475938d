package lsp

import (
	"bytes"
	"context"
	"encoding/json"
	"io"

	"github.com/creachadair/jrpc2/channel"
)

// A stream is a channel that ends where the client says exit, or when a context does. To stop the server of jrpc2 v1.3.6 instead is
// not safe: it panics if a message comes in after that.
type stream struct {
	channel.Channel
	ctx context.Context
	in  chan message
}

type message struct {
	data []byte
	err  error
}

func newStream(ctx context.Context, c channel.Channel) *stream {
	s := &stream{c, ctx, make(chan message)}
	go func() { // it outlives the stream where nothing comes in: nobody can interrupt a read
		for {
			data, err := c.Recv()
			select {
			case s.in <- message{bytes.Clone(data), err}: // the channel uses it again
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	return s
}

// Recv returns the next message.
func (s *stream) Recv() ([]byte, error) {
	select {
	case m := <-s.in:
		if is(m.data, "exit") {
			return nil, io.EOF
		}
		return m.data, m.err
	case <-s.ctx.Done():
		return nil, io.EOF
	}
}

// is reports whether a message is that of a method.
func is(data []byte, method string) bool {
	var m struct {
		Method string `json:"method"`
	}
	return json.Unmarshal(data, &m) == nil && m.Method == method
}
