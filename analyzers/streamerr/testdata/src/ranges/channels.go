package ranges

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime/types"
	"github.com/ollama/ollama/api"
)

func text(ev types.ConverseStreamOutput) string {
	if d, ok := ev.(*types.ConverseStreamOutputMemberContentBlockDelta); ok {
		if t, ok := d.Value.Delta.(*types.ContentBlockDeltaMemberText); ok {
			return t.Value
		}
	}
	return ""
}

func unasked(ctx context.Context, c *bedrockruntime.Client, in *bedrockruntime.ConverseStreamInput) (out string, err error) {
	r, err := c.ConverseStream(ctx, in)
	if err != nil {
		return "", err
	}
	for ev := range r.GetStream().Events() { // want `the error of the stream from .*ConverseStream is never checked`
		out += text(ev)
	}
	return out, nil
}

func asked(ctx context.Context, c *bedrockruntime.Client, in *bedrockruntime.ConverseStreamInput) (out string, err error) {
	r, err := c.ConverseStream(ctx, in)
	if err != nil {
		return "", err
	}
	s := r.GetStream()
	defer s.Close()
	for ev := range s.Events() {
		out += text(ev)
	}
	return out, s.Err()
}

func handedOn(ctx context.Context, c *bedrockruntime.Client, in *bedrockruntime.ConverseStreamInput, read func(*bedrockruntime.ConverseStreamEventStream)) error {
	r, err := c.ConverseStream(ctx, in)
	if err != nil {
		return err
	}
	s := r.GetStream()
	for range s.Events() {
		break
	}
	read(s)
	return nil
}

func switchedOn(ctx context.Context, c *api.Client, prompt string) (string, error) {
	var b strings.Builder
	stream := true
	err := c.Generate(ctx, &api.GenerateRequest{Prompt: prompt, Stream: &stream}, func(r api.GenerateResponse) error { // want `returns nil when the connection breaks`
		b.WriteString(r.Response)
		return nil
	})
	return b.String(), err
}

func switchedOff(ctx context.Context, c *api.Client, prompt string) (string, error) {
	var b strings.Builder
	stream := false
	err := c.Generate(ctx, &api.GenerateRequest{Prompt: prompt, Stream: &stream}, func(r api.GenerateResponse) error {
		b.WriteString(r.Response)
		return nil
	})
	return b.String(), err
}
