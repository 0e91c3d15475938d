// Package files makes things for one task.
package files

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"

	openai "github.com/sashabaranov/go-openai"
)

func Left(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) error {
	dir, err := os.MkdirTemp("", "run") // want `the temporary folder created by os.MkdirTemp does not leave this function and is never deleted`
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "make")
	cmd.Dir = dir
	if _, err := c.CreateChatCompletion(ctx, req); err != nil {
		return err
	}
	return cmd.Run()
}

func Removed(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) error {
	dir, err := os.MkdirTemp("", "run")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	_, err = c.CreateChatCompletion(ctx, req)
	return err
}

func RemovedInside(dir string) { os.RemoveAll(dir) }

func Helper(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "run")
	if err != nil {
		return err
	}
	defer func() { RemovedInside(dir) }()
	return exec.CommandContext(ctx, "make", dir).Run()
}

func Returned() (string, error) { return os.MkdirTemp("", "run") }

type work struct{ dir string }

func (w *work) Kept() (err error) {
	w.dir, err = os.MkdirTemp("", "run")
	return err
}

func (w *work) Close() error { return os.RemoveAll(w.dir) }

func Passed(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "run")
	if err != nil {
		return err
	}
	return use(dir)
}

func use(dir string) error { return nil }

func Output(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) ([]byte, error) {
	dir, err := os.MkdirTemp("", "run") // want `the temporary folder created by os.MkdirTemp does not leave`
	if err != nil {
		return nil, err
	}
	file := filepath.Join(dir, "main.go")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		return nil, err
	}
	return exec.CommandContext(ctx, "gofmt", file).Output()
}

func Path(ctx context.Context) (string, error) {
	dir, err := os.MkdirTemp("", "run")
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "main.go"), nil
}
