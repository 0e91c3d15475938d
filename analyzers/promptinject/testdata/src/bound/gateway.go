package bound

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"

	"github.com/gin-gonic/gin"
	openai "github.com/sashabaranov/go-openai"
)

type turn struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

type completion struct {
	Model        string `json:"model"`
	SystemPrompt string `json:"system_prompt"`
	Turns        []turn `json:"messages"`
	Tone         string `json:"tone"`
}

// A gateway passes on what its client tells the model.
func (s server) gateway(w http.ResponseWriter, r *http.Request) {
	var in completion
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		return
	}
	msgs := []openai.ChatCompletionMessage{{Role: "system", Content: in.SystemPrompt}}
	for _, t := range in.Turns {
		if t.Role == "system" {
			msgs = append(msgs, openai.ChatCompletionMessage{Role: openai.ChatMessageRoleSystem, Content: t.Content})
		}
	}
	s.client.CreateChatCompletion(r.Context(), openai.ChatCompletionRequest{Model: in.Model, Messages: msgs})
}

func (s server) turns(c *gin.Context) {
	var in []turn
	if err := c.ShouldBindJSON(&in); err != nil {
		return
	}
	s.client.CreateChatCompletion(c, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: "system", Content: in[0].Content}}})
}

// What is not called instructions is none.
func (s server) tone(w http.ResponseWriter, r *http.Request) {
	var in completion
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		return
	}
	s.client.CreateChatCompletion(r.Context(), openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
		{Role: "system", Content: "Answer in this tone: " + in.Tone}, // want `text of an HTTP request reaches the system prompt`
	}})
}

// A field of that name that the program fills holds what it is filled with.
func (s server) own(w http.ResponseWriter, r *http.Request) {
	in := completion{SystemPrompt: "You are " + r.FormValue("persona")}
	s.client.CreateChatCompletion(r.Context(), openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
		{Role: "system", Content: in.SystemPrompt}, // want `text of an HTTP request reaches the system prompt`
	}})
}

// A profile is read from a file with its name.
type profile struct{ name, text string }

func (p profile) messages() []openai.ChatCompletionMessage {
	return []openai.ChatCompletionMessage{{Role: "system", Content: p.name + ": " + p.text}}
}

func load(name string) (*profile, error) {
	data, err := os.ReadFile(filepath.Join("profiles", name+".md"))
	if err != nil {
		return nil, err
	}
	return &profile{name: name, text: string(data)}, nil
}

func (s server) profile(w http.ResponseWriter, r *http.Request) {
	p, err := load(r.PathValue("name"))
	if err != nil {
		return
	}
	s.client.CreateChatCompletion(r.Context(), openai.ChatCompletionRequest{Messages: p.messages()})
}

// Nobody reads the file that this one names.
func (s server) unread(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	p := profile{name: filepath.Join("profiles", name+".md")}
	if _, err := os.ReadFile("profiles/default.md"); err != nil {
		return
	}
	s.client.CreateChatCompletion(r.Context(), openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
		{Role: "system", Content: p.name}, // want `text of an HTTP request reaches the system prompt`
	}})
}

func (s server) unnamed(w http.ResponseWriter, r *http.Request) {
	var in struct {
		Model        string `json:"model"`
		SystemPrompt string `json:"system_prompt"`
		UserPrompt   string `json:"user_prompt"`
	}
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		return
	}
	s.complete(r, in.Model, in.SystemPrompt)
	s.complete(r, in.Model, in.UserPrompt)
}

func (s server) complete(r *http.Request, model, system string) {
	s.client.CreateChatCompletion(r.Context(), openai.ChatCompletionRequest{Model: model, Messages: []openai.ChatCompletionMessage{
		{Role: "system", Content: system},
	}})
}
