// Package choicesread reads all blocks of an answer.
package choicesread

import (
	"context"

	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/anthropic"
)

func calls(ctx context.Context, messages []llms.MessageContent) (out []llms.ToolCall, err error) {
	m, err := anthropic.New()
	if err != nil {
		return nil, err
	}
	r, err := m.GenerateContent(ctx, messages)
	if err != nil || len(r.Choices) == 0 {
		return nil, err
	}
	out = r.Choices[0].ToolCalls
	for _, c := range r.Choices[1:] {
		out = append(out, c.ToolCalls...)
	}
	return out, nil
}

func history(text string, calls []llms.ToolCall) (out []llms.MessageContent) {
	reply := llms.TextParts(llms.ChatMessageTypeAI, text)
	if len(calls) > 0 {
		reply.Parts = append(reply.Parts, calls[0]) // want `the adapter sends only the first of reply\.Parts`
	}
	results := llms.MessageContent{Role: llms.ChatMessageTypeTool}
	for _, c := range calls {
		results.Parts = append(results.Parts, llms.ToolCallResponse{ToolCallID: c.ID}) // want `the adapter sends only the first of results\.Parts`
	}
	out = append(out, reply, results)
	for _, c := range calls {
		out = append(out, llms.MessageContent{Role: llms.ChatMessageTypeAI, Parts: []llms.ContentPart{c}})
		out = append(out, llms.MessageContent{Role: llms.ChatMessageTypeTool, Parts: []llms.ContentPart{llms.ToolCallResponse{ToolCallID: c.ID}}})
	}
	return out
}

func one(c llms.ToolCall) llms.MessageContent {
	m := llms.MessageContent{Role: llms.ChatMessageTypeAI}
	m.Parts = append(m.Parts, c)
	return m
}

func each(calls []llms.ToolCall) (out []llms.MessageContent) {
	for _, c := range calls {
		m := llms.MessageContent{Role: llms.ChatMessageTypeTool}
		m.Parts = append(m.Parts, llms.ToolCallResponse{ToolCallID: c.ID})
		out = append(out, m)
	}
	return out
}

func question(texts []string) llms.MessageContent {
	m := llms.TextParts(llms.ChatMessageTypeHuman, "Compare:")
	for _, t := range texts {
		m.Parts = append(m.Parts, llms.TextContent{Text: t})
	}
	return m
}
