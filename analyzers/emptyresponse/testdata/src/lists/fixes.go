package lists

import (
	"context"
	"fmt"
	"strings"

	openai "github.com/sashabaranov/go-openai"
)

func measured(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, note *string) (int, bool, *string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return 0, false, nil, err
	} // the call failed

	prefix := strings.ToLower("A")
	return len(prefix + resp.Choices[0].Message.Content), true, note, nil // want `resp.Choices\[0\] panics if the response has none`
}

func looped(ctx context.Context, c *openai.Client, reqs []openai.ChatCompletionRequest) (texts []string, err error) {
	for _, req := range reqs {
		resp, err := c.CreateChatCompletion(ctx, req)
		if err != nil {
			continue
		}
		if text := resp.Choices[0].Message.Content; text != "" { // want `resp.Choices\[0\] panics if the response has none`
			texts = append(texts, text)
		}
	}
	return texts, nil
}

// None of these has a fix: the check would be where the answer is not looked at, or what others see would change.
type store struct {
	docs  []string
	texts []string
	resp  openai.ChatCompletionResponse
}

func handed(resp openai.ChatCompletionResponse) (string, error) {
	fmt.Println(resp.ID)
	return resp.Choices[0].Message.Content, nil // want `resp.Choices\[0\] panics if the response has none`
}

func wanted(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, want bool) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", err
	}
	good := want && resp.Choices[0].Message.Content == "yes" // want `resp.Choices\[0\] panics if the response has none`
	if !good {
		return "skipped", nil
	}
	return "good", nil
}

func unwanted(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, want bool) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", err
	}
	if !want || resp.Choices[0].Message.Content == "yes" { // want `resp.Choices\[0\] panics if the response has none`
		return "skipped", nil
	}
	return "good", nil
}

func skipped(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, want bool) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", err
	}
	if !want {
		return "skipped", nil
	}
	return resp.Choices[0].Message.Content, nil // want `resp.Choices\[0\] panics if the response has none`
}

func (s *store) add(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, doc string) error {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return fmt.Errorf("add: %w", err)
	}
	s.docs = append(s.docs, doc)
	s.texts = append(s.texts, resp.Choices[0].Message.Content) // want `resp.Choices\[0\] panics if the response has none`
	return nil
}

func (s *store) ask(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (text string, err error) {
	s.resp, err = c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", err
	}
	return s.resp.Choices[0].Message.Content, nil // want `s.resp.Choices\[0\] panics if the response has none`
}

func fill(resp *openai.ChatCompletionResponse) int { return 1 }

func given(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", err
	}
	n := fill(&resp)
	return resp.Choices[0].Message.Content[n:], nil // want `resp.Choices\[0\] panics if the response has none`
}

func later(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, kind int, out chan string) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", err
	}
	switch kind {
	case 1:
		return resp.Choices[0].Message.Content, nil // want `resp.Choices\[0\] panics if the response has none`
	}
	return "", nil
}

func sent(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, out chan string) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", err
	}
	select {
	case out <- resp.Choices[0].Message.Content: // want `resp.Choices\[0\] panics if the response has none`
	default:
	}
	return "", nil
}

func deferred(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", err
	}
	defer fmt.Println(resp.Choices[0].Message.Content) // want `resp.Choices\[0\] panics if the response has none`
	return "", nil
}

func counted(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, n int) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", err
	}
	for i := 0; i < n && resp.Choices[0].Message.Content != ""; i++ { // want `resp.Choices\[0\] panics if the response has none`
		fmt.Println(i)
	}
	return "", nil
}

func oneLine(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req); if err != nil { return "", err }; return resp.Choices[0].Message.Content, nil // want `resp.Choices\[0\] panics if the response has none`
}

func unchecked(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (string, error) {
	resp, _ := c.CreateChatCompletion(ctx, req)
	return resp.Choices[0].Message.Content, nil // want `resp.Choices\[0\] panics if the response has none`
}

func hidden(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, fmt string) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return fmt, err
	}
	return resp.Choices[0].Message.Content, nil // want `resp.Choices\[0\] panics if the response has none`
}

func generic[T any](ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, none T, of func(string) T) (T, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return none, err
	}
	return of(resp.Choices[0].Message.Content), nil // want `resp.Choices\[0\] panics if the response has none`
}
