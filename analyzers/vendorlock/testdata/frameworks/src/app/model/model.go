package model

import "github.com/tmc/langchaingo/llms/openai"

var Model *openai.LLM // want `exported variable Model exposes openai.LLM, .* declare your own type and convert in the adapter.*On Lock-in`
