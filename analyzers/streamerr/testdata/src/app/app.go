package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/cloudwego/eino/components/model"
	"github.com/cloudwego/eino/schema"
	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/packages/ssestream"
	legacy "github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

type app struct {
	client openai.Client
	old    *legacy.Client
	gemini *genai.Client
	eino   model.BaseChatModel
	stream *ssestream.Stream[openai.ChatCompletionChunk]
}

func (a *app) unasked(ctx context.Context, p openai.ChatCompletionNewParams) {
	s := a.client.Chat.Completions.NewStreaming(ctx, p)
	defer s.Close()
	for s.Next() { // want `is never checked, so a truncated answer`
		fmt.Println(s.Current())
	}
}

func (a *app) askedInside(ctx context.Context, p openai.ChatCompletionNewParams) {
	s := a.client.Chat.Completions.NewStreaming(ctx, p)
	defer s.Close()
	for s.Next() { // want `is checked only inside the loop`
		if s.Err() != nil {
			return
		}
		fmt.Println(s.Current())
	}
}

// What is read to its end needs no Close.
func (a *app) drained(ctx context.Context, p openai.ChatCompletionNewParams) error {
	s := a.client.Chat.Completions.NewStreaming(ctx, p)
	for s.Next() {
		if len(s.Current().Choices) == 0 {
			continue
		}
		fmt.Println(s.Current().Choices[0])
	}
	return s.Err()
}

func (a *app) unclosed(ctx context.Context, p openai.ChatCompletionNewParams) error {
	s := a.client.Chat.Completions.NewStreaming(ctx, p)
	for s.Next() { // want `is never closed`
		if len(s.Current().Choices) == 0 {
			return errors.New("no choices")
		}
	}
	return s.Err()
}

// Who cancels the context closes the connection.
func (a *app) abandoned(ctx context.Context, p openai.ChatCompletionNewParams) (<-chan string, <-chan error) {
	out, failed := make(chan string), make(chan error, 1)
	go func() {
		defer close(out)
		s := a.client.Chat.Completions.NewStreaming(ctx, p)
		for s.Next() {
			if ctx.Err() != nil {
				return
			}
			for _, choice := range s.Current().Choices {
				select {
				case out <- choice.Delta.Content:
				case <-ctx.Done():
					return
				}
			}
		}
		failed <- s.Err()
	}()
	return out, failed
}

// The end of another context does not close it.
func (a *app) stopped(ctx, stop context.Context, p openai.ChatCompletionNewParams) error {
	s := a.client.Chat.Completions.NewStreaming(ctx, p)
	for s.Next() { // want `is never closed`
		select {
		case <-stop.Done():
			return nil
		default:
			fmt.Println(s.Current().Choices)
		}
	}
	return s.Err()
}

func (a *app) retried(ctx context.Context, p openai.ChatCompletionNewParams) error {
	for range 3 {
		s := a.client.Chat.Completions.NewStreaming(ctx, p)
		for s.Next() { // want `is not closed on every path`
			fmt.Println(s.Current())
		}
		if s.Err() != nil {
			continue
		}
		return s.Close()
	}
	return errors.New("too many tries")
}

func (a *app) right(ctx context.Context, p openai.ChatCompletionNewParams) error {
	s := a.client.Chat.Completions.NewStreaming(ctx, p)
	defer s.Close()
	for s.Next() {
		fmt.Println(s.Current())
	}
	return s.Err()
}

func (a *app) rightInLiteral(ctx context.Context, p openai.ChatCompletionNewParams) error {
	s := a.client.Chat.Completions.NewStreaming(ctx, p)
	defer func() { _ = s.Close() }()
	for s.Next() {
		fmt.Println(s.Current())
	}
	return s.Err()
}

func (a *app) cancelled(ctx context.Context, p openai.ChatCompletionNewParams) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	s := a.client.Chat.Completions.NewStreaming(ctx, p)
	for s.Next() {
		fmt.Println(s.Current())
	}
	return s.Err()
}

func (a *app) handedOn(ctx context.Context, p openai.ChatCompletionNewParams) *ssestream.Stream[openai.ChatCompletionChunk] {
	s := a.client.Chat.Completions.NewStreaming(ctx, p)
	for s.Next() {
		break
	}
	return s
}

func (a *app) kept(ctx context.Context, p openai.ChatCompletionNewParams) {
	a.stream = a.client.Chat.Completions.NewStreaming(ctx, p)
	for a.stream.Next() {
		fmt.Println(a.stream.Current())
	}
}

func (a *app) anyError(ctx context.Context, r legacy.ChatCompletionRequest) error {
	s, err := a.old.CreateChatCompletionStream(ctx, r)
	if err != nil {
		return err
	}
	defer s.Close()
	for {
		chunk, err := s.Recv() // want `every error of Recv is treated as the end`
		if err != nil {
			break
		}
		fmt.Println(chunk)
	}
	return nil
}

func (a *app) onlyEOF(ctx context.Context, r legacy.ChatCompletionRequest) error {
	s, err := a.old.CreateChatCompletionStream(ctx, r)
	if err != nil {
		return err
	}
	defer s.Close()
	for {
		chunk, err := s.Recv() // want `the loop continues after an error of Recv`
		if err == io.EOF {
			return nil
		}
		fmt.Println(chunk)
	}
}

func (a *app) leaks(ctx context.Context, r legacy.ChatCompletionRequest) (out string, err error) {
	s, err := a.old.CreateChatCompletionStream(ctx, r)
	if err != nil {
		return "", err
	}
	for {
		chunk, err := s.Recv() // want `is not closed on every path`
		if errors.Is(err, io.EOF) {
			s.Close()
			return out, nil
		}
		if err != nil {
			return "", err
		}
		out += chunk.ID
	}
}

func (a *app) whole(ctx context.Context, r legacy.ChatCompletionRequest) (out string, err error) {
	s, err := a.old.CreateChatCompletionStream(ctx, r)
	if err != nil {
		return "", err
	}
	defer s.Close()
	for {
		chunk, err := s.Recv()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return "", fmt.Errorf("stream: %w", err)
		}
		out += chunk.ID
	}
}

func (a *app) ownError(ctx context.Context, r legacy.ChatCompletionRequest) error {
	s, err := a.old.CreateChatCompletionStream(ctx, r)
	if err != nil {
		return err
	}
	defer s.Close()
	for {
		_, err := s.Recv()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return errors.New("broken")
		}
	}
}

func (a *app) copies(ctx context.Context, in []*schema.Message) error {
	s, err := a.eino.Stream(ctx, in)
	if err != nil {
		return err
	}
	copied := s.Copy(2)
	go func() {
		defer copied[1].Close()
		var all []*schema.Message
		for {
			chunk, err := copied[1].Recv() // want `the loop continues after an error of Recv`
			if err != nil {
				if errors.Is(err, io.EOF) {
					break
				}
			}
			all = append(all, chunk)
		}
	}()
	return nil
}

func (a *app) dropped(ctx context.Context, in []*genai.Content) {
	for r, _ := range a.gemini.Models.GenerateContentStream(ctx, "m", in, nil) { // want `discards its error`
		fmt.Println(r)
	}
	for r := range a.gemini.Models.GenerateContentStream(ctx, "m", in, nil) { // want `discards its error`
		fmt.Println(r)
	}
}

func (a *app) ranged(ctx context.Context, in []*genai.Content) error {
	for r, err := range a.gemini.Models.GenerateContentStream(ctx, "m", in, nil) {
		if err != nil {
			return err
		}
		fmt.Println(r)
	}
	return nil
}
