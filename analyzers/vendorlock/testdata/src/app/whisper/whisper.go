// Package whisper makes the client itself, and lets others bring one.
package whisper

import "github.com/sashabaranov/go-openai"

type Loader struct{ client *openai.Client }

func New(key string) *Loader { return &Loader{openai.NewClient(key)} }

func (l *Loader) WithClient(c *openai.Client) *Loader { l.client = c; return l }
