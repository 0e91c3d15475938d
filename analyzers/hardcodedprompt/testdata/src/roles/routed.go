package roles

import (
	"context"

	openai "github.com/sashabaranov/go-openai"

	"roles/router"
)

func routed(ctx context.Context, c *openai.Client) error {
	return router.Complete(ctx, c, "m",
		"You name the youngest of the people in a list.", // want `system prompt hardcoded in routed \(10 words, sent by router\.Complete\)`
		"Who of the four was born last of all?")          // want `user prompt hardcoded in routed \(9 words, sent by router\.Complete\)`
}
