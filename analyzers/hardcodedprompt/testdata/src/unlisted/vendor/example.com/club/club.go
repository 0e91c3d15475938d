// Package club is a chat room of people, and its names are like those of models.
package club

import "context"

type Room struct{}

type Notice struct{ System, User, Prompt, Instructions string }

func (*Room) Ask(ctx context.Context, question string) (string, error) { return "", nil }

func (*Room) System(text string) *Room { return nil }

func (*Room) AddSystemMessage(text string) error { return nil }

func WithInstructions(text string) func(*Room) { return nil }

func (*Room) SendMessage(to, text string) {}
