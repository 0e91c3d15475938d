// Package framework is the vendor's own: its types are what it speaks in.
package framework

import "github.com/openai/openai-go/v3"

type Agent interface {
	Run(openai.ChatCompletionNewParams) (*openai.ChatCompletion, error)
}
