package cloud

import (
	"context"

	"github.com/ollama/ollama/api"
)

func Ollama(ctx context.Context, c *api.Client) {
	c.Chat(ctx, &api.ChatRequest{Model: "command-r"}, nil)
}
