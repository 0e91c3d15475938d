package shape

import (
	"go/types"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// responseMin is how many marks a response needs beside its text.
const responseMin = 3

// IsResponse reports whether a struct, or a pointer to one, is what a model answers: text, of its own or in choices, beside token
// counts, a reason to finish or tool calls.
func (j *Judge) IsResponse(t types.Type) bool { return j.ResponseScore(t) >= responseMin }

// ResponseScore counts the marks of a response; 0 for what has no text.
func (j *Judge) ResponseScore(t types.Type) int { return remembered(&j.responses, t, responseScore) }

func responseScore(t types.Type) int {
	if !isStruct(t) {
		return 0
	}
	fields := Fields(t)
	score := 0
	text := false
	for _, f := range fields {
		if isOneOf(f.Name, answers) && (holdsText(f.Type, 0) || holdsAnswer(f.Type, 0)) {
			text = true
			score += choiceScore(f)
		}
		score += markOf(f)
	}
	if !text {
		return 0
	}
	if hasToolCalls(fields) {
		score += 3
	}
	return score
}

// IsLabel reports whether a field of a struct, or of a pointer to one, labels a response: its reason to finish, id, model or role.
func IsLabel(t types.Type, field int) bool {
	st, ok := typex.Deref(t).Underlying().(*types.Struct)
	if !ok {
		return false
	}
	name := plain(st.Field(field).Name())
	return isOneOf(name, finishes) || isOneOf(name, []string{"id", "model", "object", "type", "role", "created"})
}

// markOf is what one field says that its struct is a response.
func markOf(f Field) int {
	switch {
	case isOneOf(f.Name, finishes):
		return 3
	case isUsage(f):
		return 3
	case f.Name == "promptfeedback" || f.Name == "modelversion" || f.Name == "usagemetadata" || f.Name == "systemfingerprint":
		return 3
	case isOneOf(f.Name, []string{"id", "model", "object", "usage"}):
		return 1
	}
	return 0
}

// choiceScore is what the elements of choices or candidates say.
func choiceScore(f Field) int {
	e := Elem(f.Type)
	if e == nil || !isStruct(e) {
		return 0
	}
	score := 0
	for _, g := range Fields(e) {
		if m := markOf(g); m > 1 {
			score = max(score, m)
		}
		if (f.Name == "choices" || f.Name == "candidates" || f.Name == "generations") && (g.Name == "message" || g.Name == "delta" || g.Name == "content" || g.Name == "text") {
			score = max(score, 2) // a menu has choices with a text too
		}
	}
	return score
}

// isUsage reports whether a field counts tokens, or is a struct with two such counts.
func isUsage(f Field) bool {
	if isCount(f.Type) { // a piece of a document may count its tokens too
		return isOneOf(f.Name, []string{"prompttokens", "completiontokens", "inputtokens", "outputtokens", "totaltokens", "tokensused", "evalcount"})
	}
	counts := 0
	for _, g := range Fields(f.Type) {
		if isCount(g.Type) && strings.Contains(g.Name, "token") {
			counts++
		}
	}
	return counts >= 2
}

func isCount(t types.Type) bool {
	b, ok := typex.Deref(t).Underlying().(*types.Basic)
	return ok && b.Info()&types.IsNumeric != 0
}

// holdsAnswer reports whether a type is a message or a struct with one of the texts of an answer, or a list of these.
func holdsAnswer(t types.Type, depth int) bool {
	if e := Elem(t); e != nil {
		t = e
	}
	if depth >= 2 {
		return false
	}
	for _, f := range Fields(t) {
		if isOneOf(f.Name, answers) && (holdsText(f.Type, 0) || holdsAnswer(f.Type, depth+1)) {
			return true
		}
	}
	return false
}

// IsEvent reports whether a type has the shape of one event of a model's stream: a part of an answer, as the vendors' own
// JSON has it. The names are from the OpenAI, Anthropic, Gemini, Cohere and Ollama wire formats.
func (j *Judge) IsEvent(t types.Type) bool {
	fields := Fields(t)
	list := func(name string) bool { f, ok := named(fields, name); return ok && Elem(f.Type) != nil }
	has := func(names ...string) bool { _, ok := named(fields, names...); return ok }
	return list("choices") || list("candidates") || has("delta", "contentblock", "finishreason", "stopreason") ||
		has("done") && has("message", "response")
}
