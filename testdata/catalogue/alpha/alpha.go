// Package alpha is there so that the module requires the releases that it exists for.
package alpha

import (
	_ "github.com/anthropics/anthropic-sdk-go"
	_ "github.com/openai/openai-go"
)
