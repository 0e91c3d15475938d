package llm

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// trace returns the steps from a text to its sink that matter to a reader: where it crosses a function, is stored in a field, is
// filled in, is sent.
func (b *builder) trace(at flow.Visit, s sink) []Step {
	var out []Step
	for v := &at; v.Prev != nil; v = v.Prev {
		if step, ok := b.edgeStep(v.Edge, v.Prev.Loc); ok {
			out = append(out, step)
		}
	}
	return append(out, s.steps()...)
}

// edgeStep returns the step of a trace for an edge that leads to a place, if it matters to a reader.
func (b *builder) edgeStep(e flow.Edge, to flow.Loc) (Step, bool) {
	msg := ""
	switch e.Kind {
	case flow.ArgToParam:
		if p, ok := to.Value.(*ssa.Parameter); ok {
			msg = fmt.Sprintf("becomes the parameter %s of %s", p.Name(), p.Parent().Name())
		} else if call, ok := e.Instr.(ssa.CallInstruction); ok && flow.FuncObject(call.Common()) != nil {
			msg = "is passed to " + flow.FuncObject(call.Common()).Name()
		}
	case flow.Return:
		if e.Instr != nil {
			msg = "is returned by " + e.Instr.Parent().Name()
		}
	case flow.Filled:
		msg = "is filled into another text"
	case flow.MapEntry:
		msg = "is kept in a map"
	default:
		if field := fieldStored(e); field != nil {
			msg = "is kept in the field " + shortKey(flow.FieldKey(field.X.Type(), field.Field))
		} else if to.Key != "" {
			msg = "is kept in the field " + shortKey(to.Key)
		} else if g, ok := to.Value.(*ssa.Global); ok {
			msg = "is kept in the variable " + g.Name()
		}
	}
	if msg == "" || e.Instr == nil || !e.Instr.Pos().IsValid() {
		return Step{}, false
	}
	return Step{e.Instr.Pos(), msg}, true
}

// steps returns the last step of a trace, by which a model reads the text.
func (s sink) steps() []Step {
	if s.lent && s.instr != nil && s.instr.Pos().IsValid() {
		return []Step{{s.instr.Pos(), fmt.Sprintf("is returned to a package that passes it as %s to %s%s", roleText(s.role), s.name, s.reason())}}
	}
	if s.instr == nil || !s.instr.Pos().IsValid() {
		return nil
	}
	if s.isRun {
		return []Step{{s.instr.Pos(), fmt.Sprintf("is %s, which sends it to a model", s.sender)}}
	}
	what := roleText(s.role)
	if s.label == ModelIDLabel {
		what = "model ID"
	}
	return []Step{{s.instr.Pos(), fmt.Sprintf("is passed as %s to %s%s", what, s.name, s.reason())}}
}

// reason says, as the end of a sentence that names a sink without a catalogue row, why it is a sink.
func (s sink) reason() string {
	switch {
	case s.behind != "":
		return ", which calls " + s.behind
	case s.shape:
		return ", which has the shape of a model call"
	}
	return ""
}

// isDoubtful reports whether a path to a sink rests on more than one uncertain step: the sink is uncertain, and the path leads
// through several fields. On unseen code fewer than one in five texts on such paths were prompts (November 2026: 3 of 17 in one
// program), so none is reported.
func isDoubtful(at flow.Visit, s sink) bool { return s.likely && at.Fields > 1 }

// isLikely reports whether a path to a sink is uncertain: the sink is, or the path leads through an object that cannot be told
// from others of its type.
func isLikely(at flow.Visit, s sink) bool { return s.likely || at.Unsure }

// roleText names a role in a sentence.
func roleText(role string) string {
	switch role {
	case "system", "developer", "user":
		return role + " prompt"
	case "assistant":
		return "assistant message"
	case "template":
		return "prompt template"
	case "fewshot":
		return "few-shot example"
	}
	return "prompt"
}

// shortKey returns a key without the folders of its package, and without the scopes of types declared in functions.
func shortKey(key string) string {
	if flow.IsUnnamed(key) {
		return key[strings.LastIndexByte(key, '.')+1:]
	}
	return scopes.ReplaceAllString(key[strings.LastIndexByte(key, '/')+1:], "")
}

var scopes = regexp.MustCompile(`@[0-9_]*`)
