// Package ai has what the tests need of Genkit.
package ai

type Option interface{ option() }

func WithPrompt(text string, args ...any) Option { return nil }
func WithSystem(text string, args ...any) Option { return nil }
func WithInputType(input any) Option             { return nil }
