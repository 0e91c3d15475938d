// Package handlers answers HTTP requests by asking a model.
package handlers

import (
	"context"
	"io"
	"net/http"
	"strconv"

	openai "github.com/sashabaranov/go-openai"
)

type server struct{ client *openai.Client }

func (s server) ask(ctx context.Context, w io.Writer, msgs ...openai.ChatCompletionMessage) {
	resp, err := s.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Messages: msgs})
	if err == nil && len(resp.Choices) > 0 {
		io.WriteString(w, resp.Choices[0].Message.Content)
	}
}

func (s server) persona(w http.ResponseWriter, r *http.Request) {
	s.ask(r.Context(), w, openai.ChatCompletionMessage{Role: "system", Content: "You are " + r.FormValue("persona")}) // want `text of an HTTP request reaches the system prompt`
}

func (s server) page(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("https://docs.example/page")
	if err != nil {
		return
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return
	}
	s.ask(r.Context(), w, openai.ChatCompletionMessage{Role: "system", Content: "Answer from this page:\n" + string(text)}) // want `text fetched from another server`
}

// user is what the user says.
func (s server) user(w http.ResponseWriter, r *http.Request) {
	s.ask(r.Context(), w, openai.ChatCompletionMessage{Role: "user", Content: r.FormValue("q")})
}

var personas = map[string]string{"pirate": "You are a pirate."}

// chosen takes one that the program has.
func (s server) chosen(w http.ResponseWriter, r *http.Request) {
	if p, ok := personas[r.FormValue("persona")]; ok {
		s.ask(r.Context(), w, openai.ChatCompletionMessage{Role: "system", Content: p})
	}
}

// number is no text.
func (s server) number(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		return
	}
	s.ask(r.Context(), w, openai.ChatCompletionMessage{Role: "system", Content: "Give " + strconv.Itoa(n) + " examples."})
}
