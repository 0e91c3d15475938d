// Package deadline bounds its calls by time.
package deadline

import (
	"context"
	"net/http"
	"time"

	openai "github.com/sashabaranov/go-openai"
)

type server struct{ client *openai.Client }

func (s *server) answer(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	s.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{}) // want `CreateChatCompletion goes on until its deadline when r.Context\(\) is cancelled, since that deadline is set on context.Background\(\); set it on r.Context\(\)`
}

func (s *server) derived(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Minute)
	defer cancel()
	s.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
}

func (s *server) detached(w http.ResponseWriter, r *http.Request) {
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		s.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
	}()
}

func (s *server) outlives(ctx context.Context) {
	after, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Minute)
	defer cancel()
	s.client.CreateChatCompletion(after, openai.ChatCompletionRequest{})
}

// One context is one finding.
func (s *server) twice(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	s.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{}) // want `CreateChatCompletion goes on until its deadline`
	s.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
}

func (s *server) shared(w http.ResponseWriter, r *http.Request) {
	ctx := context.Background()
	s.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{}) // want `called with context.Background\(\) although r.Context\(\) is in scope`
	s.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
}
