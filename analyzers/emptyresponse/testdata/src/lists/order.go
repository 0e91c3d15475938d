package lists

import (
	"context"
	"errors"

	openai "github.com/sashabaranov/go-openai"
)

// None of these has a fix: a call that comes after the index may be made before it, or the panic is for something.
func filledLater(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (string, int, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", 0, err
	}
	return resp.Choices[0].Message.Content, fill(&resp), nil // want `resp.Choices\[0\] panics if the response has none`
}

func more() string { panic(errors.New("no more")) }

func joinedLater(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", err
	}
	text := resp.Choices[0].Message.Content + more() // want `resp.Choices\[0\] panics if the response has none`
	return text, nil
}

func receivedLater(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, signs <-chan string) (a, b string, err error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", "", err
	}
	a, b = resp.Choices[0].Message.Content, <-signs // want `resp.Choices\[0\] panics if the response has none`
	return a, b, nil
}

func recoveredHere(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (text string, err error) {
	defer func() {
		if recover() != nil {
			text = "no answer"
		}
	}()
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil // want `resp.Choices\[0\] panics if the response has none`
}
