// Package hosted names prompts that stand at the vendor.
package hosted

import (
	"context"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/responses"
)

func Ask(ctx context.Context, c *responses.ResponseService, name string) (*responses.Response, error) {
	return c.New(ctx, responses.ResponseNewParams{
		Prompt: responses.ResponsePromptParam{
			ID:      "pmpt_42", // want `the prompt "pmpt_42" in responses.ResponsePromptParam.ID is stored at the vendor, who ends this service on 2026-11-30`
			Version: openai.String("2"),
		},
	})
}

func Named(ctx context.Context, c *responses.ResponseService, id string) (*responses.Response, error) {
	p := responses.ResponsePromptParam{}
	p.ID = id // want `the prompt in responses.ResponsePromptParam.ID`
	return c.New(ctx, responses.ResponseNewParams{Prompt: p})
}

// Own has its prompt in the program.
func Own(ctx context.Context, c *responses.ResponseService, instructions string) (*responses.Response, error) {
	return c.New(ctx, responses.ResponseNewParams{Instructions: openai.String(instructions)})
}
