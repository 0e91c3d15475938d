// Package accepted shows two vendors that are accepted, one by its name and one by its path, and one that is not.
package accepted

import (
	"github.com/anthropics/anthropic-sdk-go"
	"github.com/sashabaranov/go-openai"
	"google.golang.org/genai"
)

var (
	A openai.Usage
	B anthropic.Message
	C genai.Content // want `exported variable C exposes genai.Content`
)
