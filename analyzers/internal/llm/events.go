package llm

import (
	"go/types"
	"slices"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// IsEvent reports whether a type has the shape of one event of a model's stream: a part of an answer, as the vendors' own
// JSON has it. Keys of their own are taken from the OpenAI, Anthropic, Gemini, Cohere and Ollama wire formats.
func (i *Info) IsEvent(t types.Type) bool {
	if i.k == nil {
		return false
	}
	f := lower(i.k.jsonFields(t))
	has := func(keys ...string) bool {
		return slices.ContainsFunc(keys, func(key string) bool { _, ok := f[key]; return ok })
	}
	list := func(key string) bool { return elem(f[key].typ) != nil }
	return list("choices") || list("candidates") || has("delta", "content_block", "finish_reason", "stop_reason") ||
		has("done") && has("message", "response")
}

// IsRequest reports whether a type has the shape of a request to a model.
func (i *Info) IsRequest(t types.Type) bool {
	return i.k != nil && i.k.request(t, func(flow.Loc, string) {}, func(flow.Loc) {})
}
