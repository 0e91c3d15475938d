// Package talk keeps conversations in other places than a field.
package talk

import (
	"bufio"
	"context"
	"os"

	openai "github.com/sashabaranov/go-openai"
)

type message = openai.ChatCompletionMessage

func Chat(ctx context.Context, c *openai.Client, system string) error {
	list := []message{{Role: "system", Content: system}}
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		list = append(list, message{Role: "user", Content: in.Text()}) // want `the list of messages grows with each turn and is sent whole by`
		resp, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: list})
		if err != nil {
			return err
		}
		if len(resp.Choices) > 0 {
			list = append(list, resp.Choices[0].Message)
		}
	}
	return in.Err()
}

func Short(ctx context.Context, c *openai.Client) error {
	var list []message
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		list = append(list, message{Role: "user", Content: in.Text()})
		if len(list) > 40 {
			list = list[len(list)-40:]
		}
		if _, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: list}); err != nil {
			return err
		}
	}
	return in.Err()
}

func Single(ctx context.Context, c *openai.Client) error {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		list := []message{{Role: "user", Content: in.Text()}}
		if _, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: list}); err != nil {
			return err
		}
	}
	return in.Err()
}

var byUser = map[string][]message{}

func Reply(ctx context.Context, c *openai.Client, user, text string) error {
	byUser[user] = append(byUser[user], message{Role: "user", Content: text}) // want `byUser grows with each turn`
	_, err := c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: byUser[user]})
	return err
}

type session struct {
	client *openai.Client
	said   []message
}

func (s *session) add(m message) { s.said = append(s.said, m) } // want `said grows with each turn`

func (s *session) Ask(ctx context.Context, text string) error {
	s.add(message{Role: "user", Content: text})
	_, err := s.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: s.said})
	return err
}
