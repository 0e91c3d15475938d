package openai

import "context"

// A BetaThreadService is of a service that has ended.
type BetaThreadService struct{}

func (*BetaThreadService) New(ctx context.Context, body any) (string, error) { return "", nil }
