package phrases

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	openai "github.com/sashabaranov/go-openai"
)

func ask(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (string, error) {
	resp, err := c.CreateChatCompletion(ctx, req)
	if err != nil || len(resp.Choices) == 0 {
		return "", err
	}
	return resp.Choices[0].Message.Content, nil
}

func loop(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, task string) error {
	answer, err := ask(ctx, c, req)
	if err != nil {
		return err
	}
	if strings.Contains(answer, "Final Answer:") { // want `control flow depends on the phrase "Final Answer:" in free-form model output`
		return nil
	}
	if done(answer, task) {
		return nil
	}
	if strings.HasPrefix(answer, "```json") {
		answer = strings.Trim(answer, "`")
	}
	if strings.HasPrefix(answer, "data:") || strings.HasPrefix(answer, "http") || strings.HasPrefix(answer, "mailto:") {
		return nil
	}
	if strings.Contains(task, "Final Answer:") {
		return nil
	}
	if strings.EqualFold(strings.TrimSpace(answer), "approved") { // one of the answers that were asked for
		return nil
	}
	println("mentions the order:", strings.Contains(answer, "your order"))
	var verdict struct{ Done bool }
	if err := json.Unmarshal([]byte(answer), &verdict); err != nil || verdict.Done {
		return err
	}
	return nil
}

func done(answer, task string) bool {
	marker := fmt.Sprintf("%s has been completed", task)
	if !strings.Contains(strings.ToLower(answer), marker) { // want `depends on the phrase "%s has been completed"`
		return false
	}
	return true
}

func short(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) bool {
	answer, _ := ask(ctx, c, req)
	if strings.Contains(answer, "=====") { // a mark, no phrase
		return false
	}
	if strings.Contains(answer, "DONE") { // want `depends on the phrase "DONE"`
		return true
	}
	return false
}

// The keys of a decoded answer are names.
func keys(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (n int, err error) {
	answer, err := ask(ctx, c, req)
	if err != nil {
		return 0, err
	}
	fields := map[string]string{}
	for _, line := range strings.Split(answer, "\n") {
		fields[line] = line
	}
	for key := range fields {
		if strings.HasPrefix(strings.ToLower(key), "field_") {
			n++
		}
	}
	return n, nil
}

type entry struct{ Role, Content string }

// What a program prints of a conversation that it keeps.
func show(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest, history []entry) error {
	answer, err := ask(ctx, c, req)
	if err != nil {
		return err
	}
	history = append(history, entry{Role: openai.ChatMessageRoleAssistant, Content: answer})
	for _, m := range history {
		switch m.Role {
		case openai.ChatMessageRoleTool: // which the program wrote
			if strings.HasPrefix(m.Content, "Failed:") {
				println("failed")
			}
		case openai.ChatMessageRoleAssistant:
			if strings.HasPrefix(m.Content, "I cannot") { // want `depends on the phrase "I cannot"`
				println("refused")
			}
		}
	}
	return nil
}

// Two labels of one answer are one decision.
func labels(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (title, text string) {
	answer, _ := ask(ctx, c, req)
	for _, line := range strings.Split(answer, "\n") {
		if strings.HasPrefix(line, "Headline:") { // want `depends on the phrase "Headline:"`
			title = line
		} else if strings.HasPrefix(line, "Summary:") {
			text = line
		}
	}
	return title, text
}

// A media type is no phrase, nor is what stands before the data of a picture.
func media(ctx context.Context, c *openai.Client, req openai.ChatCompletionRequest) (kind, data string) {
	answer, _ := ask(ctx, c, req)
	if strings.HasPrefix(answer, "image/") || strings.HasPrefix(answer, "text/plain") {
		return answer, ""
	}
	if i := strings.Index(answer, "base64,"); i >= 0 {
		return "", answer[i:]
	}
	return "", ""
}
