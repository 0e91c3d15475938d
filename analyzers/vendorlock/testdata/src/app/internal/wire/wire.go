// Package wire is imported by its own module only.
package wire

import "github.com/sashabaranov/go-openai"

func Size(m openai.ChatCompletionMessage) int { return len(m.Content) }
