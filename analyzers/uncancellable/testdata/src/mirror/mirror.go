package mirror

import (
	"context"
	"net/http"
	"time"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
)

type model struct{ client openai.Client }

func open(key string) *model {
	return &model{openai.NewClient(option.WithAPIKey(key), option.WithHTTPClient(&http.Client{Timeout: time.Minute}))} // want `Timeout of http.Client covers the whole body`
}

func (m *model) read(ctx context.Context, p openai.ChatCompletionNewParams) (out string, err error) {
	s := m.client.Chat.Completions.NewStreaming(ctx, p)
	defer s.Close()
	for s.Next() {
		out += s.Current().ID
	}
	return out, s.Err()
}
