// Package quiet holds texts that look like prompts and are none.
package quiet

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"log"
	"os"

	"github.com/anthropics/anthropic-sdk-go"
	openai "github.com/sashabaranov/go-openai"
)

//go:embed prompt.txt
var embedded string

const help = "You are a helpful assistant: ask it anything you like."

var errNothing = errors.New("please ask a question before you send")

type failure struct{ Text string }

func check() []failure {
	return []failure{{Text: "The service has no endpoints at all."}}
}

func run(ctx context.Context, c *openai.Client, query string) error {
	fmt.Println(help)
	log.Print("You are about to call the model now.")
	loaded, err := os.ReadFile("prompts/system prompt of the agent.txt")
	if err != nil {
		return fmt.Errorf("please check the path of the prompt: %w", err)
	}
	content := embedded + string(loaded) + query
	for _, f := range check() {
		content += fmt.Sprintf("%s\n", f.Text)
	}
	if query == "" {
		content = errNothing.Error()
	}
	resp, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages: []openai.ChatCompletionMessage{{Content: content}},
		Tools: []openai.Tool{{Function: &openai.FunctionDefinition{
			Name: "search", Description: "Search the documents for an answer.",
		}}},
	})
	if err == nil && len(resp.Choices) > 0 {
		fmt.Println("Here is what the model said:", resp.Choices[0].Message.Content)
	}
	return err
}

// look sends pictures: neither an address nor the head of encoded data is prose, however many words are in it.
func look(ctx context.Context, c *openai.Client, data string) error {
	picture := "https://upload.example.org/a/picture/of/two/geese.jpg"
	if data != "" {
		picture = "data:image/png;base64," + data
	}
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Messages: []openai.ChatCompletionMessage{{Content: picture}, {Content: "https://docs.example.org/how/to/write/a/prompt " + data}},
	})
	return err
}

// refuse answers in the place of a model.
func refuse(ctx context.Context, text string) (openai.ChatCompletionResponse, error) {
	return openai.ChatCompletionResponse{Choices: []openai.ChatCompletionChoice{{
		Message: openai.ChatCompletionMessage{Role: openai.ChatMessageRoleAssistant, Content: "This was not let through by the guard."},
	}}}, nil
}

// failed tells a model of Anthropic what came of its call of a tool.
func failed(id string) anthropic.MessageParam {
	return anthropic.NewUserMessage(anthropic.ContentBlockParamUnion{OfToolResult: &anthropic.ToolResultBlockParam{
		ToolUseID: id,
		Content: []anthropic.ToolResultBlockParamContentUnion{
			{OfText: &anthropic.TextBlockParam{Text: "The file that was asked for is not there."}},
		},
	}})
}
