package flow

import (
	"github.com/cloudwego/eino/schema"
	"github.com/tmc/langchaingo/llms/openai"
)

type Step interface {
	Run(*schema.Message) error // want `the interface method Step.Run mentions schema.Message.*On Framework Agnosticism`
}

var Model *openai.LLM // want `the variable Model shows openai.LLM, .* declare it as the interface that langchaingo has for all vendors.*On Lock-in`
