// Package above shows what core below it shows: that is one decision, reported there.
package above

import (
	"app/core"

	"github.com/sashabaranov/go-openai"
)

func Total(r *core.Response, details openai.PromptTokensDetails) int { return r.Usage.Total }
