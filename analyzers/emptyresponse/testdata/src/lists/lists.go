package lists

import (
	"context"
	"errors"

	"github.com/anthropics/anthropic-sdk-go"
	openai "github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

func first(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil // want `resp.Choices\[0\] panics if the response has none .*; check len\(resp.Choices\)`
}

func last(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) string {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil {
		return ""
	}
	choice := resp.Choices[len(resp.Choices)-1] // want `resp.Choices\[len\(resp.Choices\) - 1\] panics if the response has none`
	return choice.Message.Content
}

func looked(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil || len(resp.Choices) == 0 {
		return "", errors.Join(err, errors.New("no answer"))
	}
	if len(req.Messages) > 0 {
		println(req.Messages[0].Content)
	}
	return resp.Choices[0].Message.Content, nil
}

func inside(resp *genai.GenerateContentResponse) string {
	if len(resp.Candidates) > 0 {
		return resp.Candidates[0].Content.Parts[0].Text // want `resp.Candidates\[0\].Content is nil if the answer was filtered` `resp.Candidates\[0\].Content.Parts\[0\] panics if the response has none`
	}
	return ""
}

func nonEmpty(resp openai.ChatCompletionResponse) error {
	if len(resp.Choices) == 0 {
		return errors.New("no answer")
	}
	return nil
}

func helped(resp openai.ChatCompletionResponse) (string, error) {
	if err := nonEmpty(resp); err != nil {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}

func ranged(msg *anthropic.Message) (text string) {
	for _, block := range msg.Content {
		text += block.Text
	}
	return text
}

func request(req openai.ChatCompletionRequest) string { return req.Messages[0].Content }

func twice(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, again bool) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if again {
		if resp, err = c.CreateChatCompletion(ctx, req); err != nil || len(resp.Choices) != 1 {
			return "", err
		}
	} else if len(resp.Choices) != 1 {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}

func filled() openai.ChatCompletionResponse {
	resp := openai.ChatCompletionResponse{Choices: make([]openai.ChatCompletionChoice, 1)}
	resp.Choices[0].Message.Content = "filled here"
	return resp
}

// made makes what others take for an answer.
func made(reason openai.FinishReason) openai.ChatCompletionResponse {
	resp := filled()
	resp.Choices[0].FinishReason = reason
	return resp
}
