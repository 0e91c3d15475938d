package rawhttp

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
)

// A block is a part of a message: talk, or the result of a tool, as its type says.
type block struct {
	Type      string  `json:"type"`
	Text      string  `json:"text,omitempty"`
	ToolUseID string  `json:"tool_use_id,omitempty"`
	Content   *string `json:"content,omitempty"`
}

type turn struct {
	Role    string  `json:"role"`
	Content []block `json:"content"`
}

type blockRequest struct {
	Model     string `json:"model"`
	MaxTokens int    `json:"max_tokens"`
	Messages  []turn `json:"messages"`
}

func pointer(s string) *string { return &s }

func refused(id, name string) block {
	return block{Type: "tool_result", ToolUseID: id, Content: pointer(fmt.Sprintf("The person at the desk has refused to run %s.", name))}
}

func talk(c *http.Client, goal string) (*http.Response, error) {
	turns := []turn{
		{Role: "user", Content: []block{{Type: "text", Text: "Work on the goal step by step: " + goal}}}, // want `prompt hardcoded in talk \(7 words`
		{Role: "user", Content: []block{refused("1", "rm")}},
		{Role: "user", Content: []block{{Type: "tool_result", ToolUseID: "2", Content: pointer("The tool took longer than a minute and was ended.")}}},
	}
	body, err := json.Marshal(blockRequest{Model: "m", MaxTokens: 100, Messages: turns})
	if err != nil {
		return nil, err
	}
	return c.Post("https://models.example.com/v1/messages", "application/json", bytes.NewReader(body))
}
