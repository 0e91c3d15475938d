package sends

import (
	"context"
	"errors"
	"io"

	openai "github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

func leaks(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (<-chan string, error) {
	s, err := c.CreateChatCompletionStream(ctx, req)
	if err != nil {
		return nil, err
	}
	out := make(chan string)
	go func() {
		defer close(out)
		defer s.Close()
		for {
			r, err := s.Recv()
			if err != nil {
				return
			}
			out <- r.ID // want `this send blocks forever if the reader stops early`
		}
	}()
	return out, nil
}

func ranged(ctx context.Context, c *genai.Client, in []*genai.Content) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for r, err := range c.Models.GenerateContentStream(ctx, "m", in, nil) {
			if err != nil {
				return
			}
			out <- r.Text() // want `this send blocks forever`
		}
	}()
	return out
}

func selects(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (<-chan string, error) {
	s, err := c.CreateChatCompletionStream(ctx, req)
	if err != nil {
		return nil, err
	}
	out := make(chan string)
	go func() {
		defer close(out)
		defer s.Close()
		for {
			r, err := s.Recv()
			if errors.Is(err, io.EOF) || err != nil {
				return
			}
			select {
			case out <- r.ID:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out, nil
}

func drained(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (all string, err error) {
	s, err := c.CreateChatCompletionStream(ctx, req)
	if err != nil {
		return "", err
	}
	out := make(chan string)
	go func() {
		defer close(out)
		defer s.Close()
		for {
			r, err := s.Recv()
			if err != nil {
				return
			}
			out <- r.ID
		}
	}()
	for part := range out {
		all += part
	}
	return all, nil
}

func starts(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (<-chan string, error) {
	s, err := c.CreateChatCompletionStream(ctx, req)
	if err != nil {
		return nil, err
	}
	out := make(chan string)
	go pump(s, out)
	return out, nil
}

func pump(s *openai.ChatCompletionStream, out chan<- string) {
	defer close(out)
	defer s.Close()
	for {
		r, err := s.Recv()
		if err != nil {
			return
		}
		out <- r.ID // want `this send blocks forever`
	}
}
