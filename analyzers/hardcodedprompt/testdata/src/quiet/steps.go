package quiet

import (
	"context"
	"errors"
	"fmt"

	openai "github.com/sashabaranov/go-openai"
)

// An agent that asks for tools in text gets their results in a message of the user. What it keeps as such a result is none of its
// prompts.

type step struct {
	Role       string
	ToolResult string
}

type ran struct{ Text, Key string }

type command struct {
	name string
	run  func(args string) (string, error)
}

func runCommand(name, args string, commands []command) string {
	for _, c := range commands {
		if c.name == name {
			out, err := c.run(args)
			if err != nil {
				return fmt.Sprintf("The command has failed and changed nothing at all: %v", err)
			}
			return out
		}
	}
	return "There is no command of that name in this program."
}

func startCommand(name string) (ran, error) {
	if name == "" {
		return ran{Text: "A command needs a name before it can be started.", Key: "unnamed"}, nil
	}
	return ran{}, errors.New("not started")
}

func act(ctx context.Context, c *openai.Client, name, args string, commands []command) ([]step, error) {
	messages := []openai.ChatCompletionMessage{
		{Role: "system", Content: "Ask for one command at a time and wait for its result."}, // want `system prompt hardcoded in act`
	}
	result := runCommand(name, args, commands)
	steps := []step{{Role: "tool", ToolResult: result}}
	messages = append(messages, openai.ChatCompletionMessage{Role: "user", Content: "Result:\n" + result})
	started, err := startCommand(name)
	if err != nil {
		return nil, err
	}
	steps = append(steps, step{Role: "tool", ToolResult: started.Text})
	messages = append(messages, openai.ChatCompletionMessage{Role: "user", Content: "Result:\n" + started.Text})
	_, err = c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: messages})
	return steps, err
}

type round struct{ Asked, ToolOutput string }

func again(ctx context.Context, c *openai.Client, rounds []round) error {
	var messages []openai.ChatCompletionMessage
	for _, r := range append(rounds, round{ToolOutput: "The program was stopped while the command was still running."}) {
		messages = append(messages, openai.ChatCompletionMessage{Role: "user", Content: "Result:\n" + r.ToolOutput})
	}
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: messages})
	return err
}
