package shape

import (
	"go/types"
	"regexp"
	"strings"
)

// optionsMin is how many marks the options of a request need beside its messages or its prompt.
const optionsMin = 1

// A Request is what is known of a type that may be the request to a model.
type Request struct {
	Score    int     // 0 for none
	Messages []Field // lists of messages
	Prompts  []Field // texts, with the roles in Roles
	Roles    []string
	Model    Field // its Type is nil if there is none
}

// RequestOf judges a struct or a pointer to one: messages with a model or another option of models; or a prompt with an option that
// is a model's for sure.
func (j *Judge) RequestOf(t types.Type) Request { return remembered(&j.requests, t, j.requestOf) }

func (j *Judge) requestOf(t types.Type) Request {
	if !isStruct(t) {
		return Request{}
	}
	var r Request
	marks, list := 0, 0
	fields := Fields(t)
	for _, f := range fields {
		marks += options[f.Name]
		switch e := Elem(f.Type); {
		case e != nil && j.IsMessage(e):
			r.Messages = append(r.Messages, f)
			list = max(list, j.MessageOf(e).Score)
		case e != nil && isOneOf(f.Name, lists) && untyped(e):
			r.Messages = append(r.Messages, f)
			list = max(list, messageMin)
		case e != nil && f.Name == "contents" && isParted(e):
			r.Messages = append(r.Messages, f)
			list, marks = max(list, messageMin), marks+optionsMin
		case promptFields[f.Name] != "" && (holdsText(f.Type, 0)):
			r.Prompts = append(r.Prompts, f)
			r.Roles = append(r.Roles, promptFields[f.Name])
		}
		if (f.Name == "model" || f.Name == "modelid" || f.Name == "modelname" || f.Name == "llmmodel") && IsText(f.Type) {
			r.Model = f
		}
	}
	switch _, prompt := named(fields, "prompt", "llmprompt", "preamble", "userprompt", "usermessage"); {
	case list > 0 && marks >= optionsMin:
		r.Score = list + marks
	case prompt && enoughForPrompt(marks, r.Model.Type != nil):
		r.Score = marks
	default:
		return Request{}
	}
	return r
}

// untyped reports whether a type is any or a map by text, of which only its values tell what is in it.
func untyped(t types.Type) bool {
	if i, ok := t.Underlying().(*types.Interface); ok {
		return i.Empty()
	}
	m, ok := t.Underlying().(*types.Map)
	return ok && IsText(m.Key())
}

// isParted reports whether a struct is a message as Gemini's API takes it, parts with a text. The role may be left out, and contents
// of such messages are a request without any option.
func isParted(t types.Type) bool {
	parts, ok := named(Fields(t), "parts")
	if !ok || Elem(parts.Type) == nil {
		return false
	}
	_, ok = PartText(Elem(parts.Type))
	return ok
}

// PartText returns the text of a struct that is a part of a message, such as {type, text, image_url}.
func PartText(t types.Type) (Field, bool) {
	text, ok := named(Fields(t), "text")
	return text, ok && IsText(text.Type)
}

var jsonKey = regexp.MustCompile(`"(\w+)"\s*:`)

// IsRequestText reports whether a text is JSON, perhaps with holes, that has the keys of a request to a model.
func IsRequestText(text string) bool {
	if !strings.HasPrefix(strings.TrimSpace(text), "{") {
		return false
	}
	has := map[string]bool{}
	marks := 0
	for _, m := range jsonKey.FindAllStringSubmatch(text, -1) {
		if key := plain(m[1]); !has[key] {
			has[key] = true
			marks += options[key]
		}
	}
	list := (has["messages"] || has["contents"]) && (has["role"] || has["parts"])
	parted := has["contents"] && has["parts"] && has["text"]
	return list && marks >= optionsMin || parted || has["prompt"] && enoughForPrompt(marks, has["model"])
}

// enoughForPrompt reports whether options are enough beside a prompt alone.
func enoughForPrompt(marks int, model bool) bool { return marks >= 3 || model && marks >= 2 }
