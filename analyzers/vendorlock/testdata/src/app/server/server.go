// Package server can only be made with the client of one vendor, and implements no interface but the standard library's.
package server

import (
	"net/http"

	"github.com/sashabaranov/go-openai"
)

type Server struct{ client *openai.Client }

func New(client *openai.Client) *Server { return &Server{client} } // want `exported function New exposes openai.Client, which ties users of package server to go-openai`

func (s *Server) ServeHTTP(http.ResponseWriter, *http.Request) {}
