// Package cohere has what the tests need of an adapter.
package cohere

import "github.com/tmc/langchaingo/llms"

type Option func()

func New(opts ...Option) (llms.Model, error) { return nil, nil }
