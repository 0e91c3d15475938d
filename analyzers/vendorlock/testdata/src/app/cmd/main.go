// A program may show what it likes: nobody imports it. What it does for the errors of one vendor still counts.
package main

import (
	"errors"

	"github.com/sashabaranov/go-openai"
)

type Config struct{ Usage openai.Usage }

func Handle(err error) bool {
	var e *openai.APIError // want `e is tested for openai.APIError`
	return errors.As(err, &e)
}

func main() {}
