// Package ranges reads streams that are iterators or callbacks, and hands streams out.
package ranges

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"log"
	"strings"
	"time"

	"github.com/ollama/ollama/api"
	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/packages/ssestream"
	"google.golang.org/genai"
)

type app struct {
	gemini *genai.Client
	chat   *genai.Chat
	llama  *api.Client
	client openai.Client
}

func (a *app) skips(ctx context.Context, in []*genai.Content) (out string) {
	for r, err := range a.gemini.Models.GenerateContentStream(ctx, "m", in, nil) { // want `skips an error`
		if err != nil {
			continue
		}
		out += r.Text()
	}
	return out
}

func (a *app) logs(ctx context.Context, in []*genai.Content) (out string) {
	for r, err := range a.gemini.Models.GenerateContentStream(ctx, "m", in, nil) { // want `skips an error`
		if err != nil {
			log.Printf("stream: %v", err)
			break
		}
		out += r.Text()
	}
	return out
}

func (a *app) returns(ctx context.Context, in []*genai.Content) (out string, err error) {
	for r, err := range a.gemini.Models.GenerateContentStream(ctx, "m", in, nil) {
		if err != nil {
			log.Print(err)
			return "", errors.New("broken")
		}
		out += r.Text()
	}
	return out, nil
}

func (a *app) marks(ctx context.Context, in []*genai.Content) (out string, whole bool) {
	whole = true
	for r, err := range a.gemini.Models.GenerateContentStream(ctx, "m", in, nil) {
		if err != nil {
			whole = false
			continue
		}
		out += r.Text()
	}
	return out, whole
}

func (a *app) joins(ctx context.Context, in []*genai.Content) (out string, all error) {
	for r, err := range a.gemini.Models.GenerateContentStream(ctx, "m", in, nil) {
		if err != nil {
			all = errors.Join(all, err)
			continue
		}
		out += r.Text()
	}
	return out, all
}

func (a *app) stops(ctx context.Context, q genai.Part) (out string, err error) {
	for r, err := range a.chat.SendMessageStream(ctx, q) { // want `leaving the loop over .* early drops this turn`
		if err != nil {
			return "", err
		}
		out += r.Text()
		if strings.Contains(out, "STOP") {
			break
		}
	}
	return out, nil
}

func (a *app) reads(ctx context.Context, q genai.Part) (out string, err error) {
	for r, err := range a.chat.SendMessageStream(ctx, q) {
		if err != nil {
			return "", err
		}
		out += r.Text()
	}
	return out, nil
}

func (a *app) once(ctx context.Context, q genai.Part) (out string, err error) {
	chat, err := a.gemini.Chats.Create(ctx, "m", nil, nil)
	if err != nil {
		return "", err
	}
	for r, err := range chat.SendMessageStream(ctx, q) {
		if err != nil {
			return "", err
		}
		return r.Text(), nil
	}
	return "", errors.New("empty")
}

func (a *app) unfinished(ctx context.Context, req api.ChatRequest) (string, error) {
	var out strings.Builder
	err := a.llama.Chat(ctx, &api.ChatRequest{Model: "m", Messages: req.Messages}, func(r api.ChatResponse) error { // want `returns nil when the connection breaks`
		out.WriteString(r.Message.Content)
		return nil
	})
	return out.String(), err
}

func (a *app) finished(ctx context.Context, req api.ChatRequest) (string, error) {
	var out strings.Builder
	done := false
	err := a.llama.Chat(ctx, &api.ChatRequest{Model: "m", Messages: req.Messages}, func(r api.ChatResponse) error {
		out.WriteString(r.Message.Content)
		done = r.Done
		return nil
	})
	if err == nil && !done {
		err = errors.New("broken")
	}
	return out.String(), err
}

func (a *app) shown(ctx context.Context, req api.ChatRequest, all *[]api.ChatResponse) error {
	one := false
	err := a.llama.Chat(ctx, &api.ChatRequest{Model: "m", Stream: &one}, func(r api.ChatResponse) error {
		req.Messages = append(req.Messages, r.Message)
		return nil
	})
	return errors.Join(err,
		a.llama.Chat(ctx, &api.ChatRequest{Model: "m"}, func(r api.ChatResponse) error {
			fmt.Print(r.Message.Content)
			return nil
		}),
		a.llama.Chat(ctx, &api.ChatRequest{Model: "m"}, func(r api.ChatResponse) error {
			*all = append(*all, r)
			return nil
		}))
}

func (a *app) cut(ctx context.Context, p openai.ChatCompletionNewParams) *ssestream.Stream[openai.ChatCompletionChunk] {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	return a.client.Chat.Completions.NewStreaming(ctx, p) // want `the context of .* is cancelled when cut returns`
}

func (a *app) lazy(ctx context.Context, in []*genai.Content) iter.Seq2[*genai.GenerateContentResponse, error] {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	return a.gemini.Models.GenerateContentStream(ctx, "m", in, nil) // want `the context of .* is cancelled when lazy returns`
}

type reply struct {
	stream *ssestream.Stream[openai.ChatCompletionChunk]
	cancel context.CancelFunc
}

func (a *app) wrapped(ctx context.Context, p openai.ChatCompletionNewParams) *reply {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	s := a.client.Chat.Completions.NewStreaming(ctx, p) // want `the context of .* is cancelled when wrapped returns`
	return &reply{stream: s}
}

func (a *app) carried(ctx context.Context, p openai.ChatCompletionNewParams) *reply {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	return &reply{a.client.Chat.Completions.NewStreaming(ctx, p), cancel}
}

func (a *app) consumed(ctx context.Context, p openai.ChatCompletionNewParams) (out string, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	s := a.client.Chat.Completions.NewStreaming(ctx, p)
	for s.Next() {
		out += s.Current().ID
	}
	return out, s.Err()
}
