// Package server ends the process of whoever imports it.
package server

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"regexp"

	openai "github.com/sashabaranov/go-openai"
)

type bot struct{ client *openai.Client }

func (b bot) ask(ctx context.Context, req openai.ChatCompletionRequest) string {
	resp, err := b.client.CreateChatCompletion(ctx, req)
	if err != nil {
		log.Fatalf("ask: %v", err) // want `log.Fatalf ends the whole process when \(\*openai.Client\).CreateChatCompletion fails`
	}
	return resp.Choices[0].Message.Content
}

func (b bot) askErr(ctx context.Context, req openai.ChatCompletionRequest) (string, error) {
	resp, err := b.client.CreateChatCompletion(ctx, req)
	if err != nil || len(resp.Choices) == 0 {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}

// Through calls a model by another function.
func Through(ctx context.Context, b bot, req openai.ChatCompletionRequest) string {
	text, err := b.askErr(ctx, req)
	if err != nil {
		panic(err) // want `panic ends the whole process when \(server.bot\).askErr fails`
	}
	return text
}

// Decode trusts what the model wrote.
func Decode(ctx context.Context, b bot, req openai.ChatCompletionRequest, to any) {
	text, err := b.askErr(ctx, req)
	if err != nil {
		return
	}
	if err := json.Unmarshal([]byte(text), to); err != nil {
		os.Exit(3) // want `os.Exit ends the whole process when json.Unmarshal fails`
	}
}

// MustAsk says so in its name.
func MustAsk(ctx context.Context, b bot, req openai.ChatCompletionRequest) string {
	text, err := b.askErr(ctx, req)
	if err != nil {
		panic(err)
	}
	return text
}

// pattern is an error of the programmer.
func pattern(expr string) *regexp.Regexp {
	re, err := regexp.Compile(expr)
	if err != nil {
		panic(err)
	}
	return re
}

// recovered panics for its own use.
func recovered(ctx context.Context, b bot, req openai.ChatCompletionRequest) (text string) {
	defer func() {
		if recover() != nil {
			text = "sorry"
		}
	}()
	text, err := b.askErr(ctx, req)
	if err != nil {
		panic(err)
	}
	return text
}

// other fails for another reason.
func other(ctx context.Context, b bot, req openai.ChatCompletionRequest, file string) string {
	data, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	text, _ := b.askErr(ctx, req)
	return text + string(data)
}

func die(err error) {
	log.Print(err)
	os.Exit(1)
}

func Dies(ctx context.Context, b bot, req openai.ChatCompletionRequest) string {
	text, err := b.askErr(ctx, req)
	if err != nil {
		die(err) // want `die ends the whole process when \(server.bot\).askErr fails`
	}
	return text
}
