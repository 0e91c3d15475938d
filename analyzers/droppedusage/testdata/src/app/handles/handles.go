// Package handles reads fields through pointers that have names of their own.
package handles

import _ "github.com/sashabaranov/go-openai"

type inner struct{ Name string }

type outer struct{ inner }

type handle *outer

func name(h handle) string { return h.Name }
