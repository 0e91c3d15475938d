// Package bound takes requests whose fields a router or a decoder fills. That they could be decoded says nothing of the text in them.
package bound

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"
	openai "github.com/sashabaranov/go-openai"
)

type question struct{ Persona, Text string }

func (q *question) check() error {
	if q.Persona != "poet" {
		return errors.New("no such persona")
	}
	return nil
}

type server struct{ client *openai.Client }

func (s server) bound(c *gin.Context) {
	var q question
	if err := c.ShouldBindJSON(&q); err != nil {
		c.Status(400)
		return
	}
	s.client.CreateChatCompletion(c, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
		{Role: "system", Content: "You are " + q.Persona}, // want `text of an HTTP request reaches the system prompt`
		{Role: "user", Content: q.Text},
	}})
}

func (s server) decoded(w http.ResponseWriter, r *http.Request) {
	var q question
	if err := json.NewDecoder(r.Body).Decode(&q); err != nil {
		return
	}
	s.client.CreateChatCompletion(r.Context(), openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
		{Role: "system", Content: q.Persona}, // want `text of an HTTP request reaches the system prompt`
	}})
}

func (s server) checked(c *gin.Context) {
	var q question
	if err := c.ShouldBindJSON(&q); err != nil {
		c.Status(400)
		return
	}
	if err := q.check(); err != nil {
		c.Status(400)
		return
	}
	s.client.CreateChatCompletion(c, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Role: "system", Content: q.Persona}}})
}
