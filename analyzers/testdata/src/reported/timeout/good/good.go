package good

import (
	"context"
	"net/http"
	"time"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
)

type Voice struct{ c openai.Client }

func New() *Voice {
	h := &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: 90 * time.Second}}
	return &Voice{openai.NewClient(option.WithHTTPClient(h))}
}

func (v *Voice) Speak(ctx context.Context, p openai.ChatCompletionNewParams, out func(string)) error {
	s := v.c.Chat.Completions.NewStreaming(ctx, p)
	defer s.Close()
	for s.Next() {
		out(s.Current().ID)
	}
	return s.Err()
}
