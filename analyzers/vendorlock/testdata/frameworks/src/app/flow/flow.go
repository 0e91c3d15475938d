package flow

import (
	"github.com/cloudwego/eino/schema"
	"github.com/tmc/langchaingo/llms/openai"
)

type Step interface {
	Run(*schema.Message) error // want `the interface method Step.Run mentions schema.Message, .* convert where the framework is called.*On Framework Agnosticism`
}

var Model *openai.LLM // want `the variable Model shows openai.LLM, .* declare a type of your own, and convert in the adapter for openai.*On Lock-in`
