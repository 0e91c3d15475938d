// Package service calls a service that has ended.
package service

import (
	"context"

	"github.com/openai/openai-go/v3"
)

func start(ctx context.Context, threads *openai.BetaThreadService) (string, error) {
	return threads.New(ctx, nil) // want `New fails because OpenAI ended its assistants service on 2026-08-26; use the Responses API`
}
