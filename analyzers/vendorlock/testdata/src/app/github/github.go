// Package github has the name of a vendor and adapts none: no interface of anybody, no SDK of that vendor.
package github

import "github.com/sashabaranov/go-openai"

type Issue struct{ Title string }

func title(m openai.ChatCompletionMessage) string { return m.Content }
