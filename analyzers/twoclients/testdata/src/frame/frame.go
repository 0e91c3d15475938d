// Package frame has a framework beside an SDK: the framework is for more than the vendor.
package frame

import (
	"github.com/openai/openai-go/v3"
	"github.com/tmc/langchaingo/llms"
	chain "github.com/tmc/langchaingo/llms/openai"
)

func Model() (llms.Model, error) { return chain.New() }

func Client() openai.Client { return openai.NewClient() }
