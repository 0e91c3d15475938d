package iface

import "context"

// A Model is implemented elsewhere: its parameters and results tell what it is.
type Model interface {
	Complete(ctx context.Context, prompt string) (string, error)
}

// A Journal takes a prompt and gives nothing back.
type Journal interface {
	Save(ctx context.Context, prompt string) error
}

// An Echo takes a prompt, gives text back, and its one implementation in sight calls no model.
type Echo interface {
	Say(ctx context.Context, prompt string) (string, error)
}

type echo struct{}

func (echo) Say(ctx context.Context, prompt string) (string, error) { return prompt, nil }

func run(ctx context.Context, m Model, j Journal, e Echo) error {
	if err := j.Save(ctx, "Saved at the end of the day."); err != nil {
		return err
	}
	if _, err := e.Say(ctx, "Said at the end of the day."); err != nil {
		return err
	}
	_, err := m.Complete(ctx, "Summarise what happened during the day.") // want `prompt hardcoded in run \(6 words, sent by \(iface\.Model\)\.Complete\)`
	return err
}
