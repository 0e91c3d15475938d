// Package ai has what the tests need of the options of Genkit.
package ai

type GenerateOption any

type ToolChoice string

const (
	ToolChoiceAuto     ToolChoice = "auto"
	ToolChoiceRequired ToolChoice = "required"
)

type GenerationCommonConfig struct{ Temperature float64 }

func WithPrompt(text string, args ...any) GenerateOption  { return nil }
func WithConfig(config any) GenerateOption                { return nil }
func WithToolChoice(toolChoice ToolChoice) GenerateOption { return nil }
