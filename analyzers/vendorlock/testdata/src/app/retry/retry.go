// Package retry knows the errors of one vendor only.
package retry

import (
	"errors"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/sashabaranov/go-openai"
)

func Again(err error) bool {
	e := &openai.APIError{} // want `e is tested for openai.APIError outside the OpenAI adapter, so errors of other vendors are missed; return your own error type from each adapter.*On Framework Agnosticism`
	if errors.As(err, &e) {
		return e.HTTPStatusCode == 429
	}
	_, ok := err.(*openai.RequestError)
	return ok
}

func Overloaded(err error) bool {
	e, ok := errors.AsType[*anthropic.Error](err) // want `err is tested for anthropic.Error`
	return ok && e.StatusCode == 529
}
