// Package alias takes an alias of string: nobody needs the SDK to call it.
package alias

import "github.com/openai/openai-go/v3"

func Model(m openai.ChatModel) string { return m }
