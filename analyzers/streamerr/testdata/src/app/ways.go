package app

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/packages/ssestream"
	legacy "github.com/sashabaranov/go-openai"
)

// What has the stream too may ask for the error.
func (a *app) handedOnWhole(ctx context.Context, p openai.ChatCompletionNewParams) *ssestream.Stream[openai.ChatCompletionChunk] {
	s := a.client.Chat.Completions.NewStreaming(ctx, p)
	for s.Next() {
		fmt.Println(s.Current())
	}
	return s
}

// One chunk is not the end of the stream.
func (a *app) first(ctx context.Context, p openai.ChatCompletionNewParams) {
	s := a.client.Chat.Completions.NewStreaming(ctx, p)
	defer s.Close()
	if s.Next() {
		fmt.Println(s.Current())
	}
}

func (a *app) variable(ctx context.Context, p openai.ChatCompletionNewParams) {
	s := a.client.Chat.Completions.NewStreaming(ctx, p)
	defer s.Close()
	for more := s.Next(); more; {
		fmt.Println(s.Current())
		more = s.Next() // want `is never checked, so a truncated answer`
	}
}

func (a *app) variableAsked(ctx context.Context, p openai.ChatCompletionNewParams) error {
	s := a.client.Chat.Completions.NewStreaming(ctx, p)
	defer s.Close()
	for more := s.Next(); more; {
		fmt.Println(s.Current())
		more = s.Next()
	}
	return s.Err()
}

// Any error is an error here, also the end.
func (a *app) gaveUp(ctx context.Context, r legacy.ChatCompletionRequest, enough func() bool) error {
	s, err := a.old.CreateChatCompletionStream(ctx, r)
	if err != nil {
		return err
	}
	defer s.Close()
	for !enough() {
		if _, err := s.Recv(); err != nil {
			return errors.New("broken")
		}
	}
	for !enough() {
		_, err := s.Recv()
		if err == nil {
			continue
		}
		return errors.New("broken")
	}
	for !enough() {
		if _, err := s.Recv(); err != nil {
			panic("broken")
		}
	}
	return nil
}

// The end is distinguished from the others, which are noted.
func (a *app) noted(ctx context.Context, r legacy.ChatCompletionRequest) (broken bool) {
	s, err := a.old.CreateChatCompletionStream(ctx, r)
	if err != nil {
		return true
	}
	defer s.Close()
	for {
		_, err := s.Recv()
		if io.EOF == err {
			break
		}
		if err != nil {
			broken = true
			break
		}
	}
	return broken
}

func logged(error) {}

func (a *app) told(ctx context.Context, r legacy.ChatCompletionRequest) {
	s, err := a.old.CreateChatCompletionStream(ctx, r)
	if err != nil {
		return
	}
	defer s.Close()
	for {
		if _, err := s.Recv(); err != nil {
			logged(err)
			break
		}
	}
}

// The stream is closed wherever there is one.
func (a *app) flipped(ctx context.Context, r legacy.ChatCompletionRequest) error {
	s, err := a.old.CreateChatCompletionStream(ctx, r)
	if err == nil {
		for {
			if _, err := s.Recv(); err == io.EOF {
				break
			} else if err != nil {
				s.Close()
				return err
			}
		}
		s.Close()
		return nil
	}
	return errors.New("not opened")
}

func (a *app) none(ctx context.Context, r legacy.ChatCompletionRequest) error {
	s, _ := a.old.CreateChatCompletionStream(ctx, r)
	if s == nil {
		return errors.New("not opened")
	}
	for {
		if _, err := s.Recv(); err == io.EOF {
			break
		} else if err != nil {
			s.Close()
			return err
		}
	}
	s.Close()
	return nil
}
