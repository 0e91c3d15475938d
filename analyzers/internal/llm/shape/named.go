package shape

import (
	"go/types"
	"slices"
	"strings"
	"unicode"
)

// A library that has no rows in the catalogue still has names. Some say by themselves that a model reads a text, such as
// WithSystemPrompt; others, such as Ask or User, say so only in a package that has more to do with models, see [Judge.IsModelPackage].

// setters are what functions and fields that take a prompt are called, behind a verb such as With or Set, with the role of the prompt.
var setters = map[string]string{
	"systemprompt": "system", "systeminstruction": "system", "systeminstructions": "system", "systemmessage": "system", "system": "system",
	"instruction": "system", "instructions": "system", "developermessage": "developer",
	"prompt": "any", "userprompt": "user", "usermessage": "user", "humanmessage": "user", "user": "user",
}

var (
	setterVerbs  = []string{"with", "set", "add", "append", "new", "use"}
	askVerbs     = []string{"ask", "chat", "complete", "generate", "prompt", "invoke", "infer", "converse", "run", "execute", "stream"}
	askedNames   = []string{"question", "query", "input", "message", "msg", "task", "text", "instruction", "instructions", "content", "goal", "prompt"}
	messageNames = []string{"message", "messages", "msg", "turn", "prompt"}
	textNames    = []string{"text", "content", "prompt", "message", "msg", "instruction", "instructions", "systemprompt", "s"}
)

// NamedInputs returns the texts that a function of an unlisted library takes for a model, as far as names tell. It is certain if they
// need no other sign.
func (j *Judge) NamedInputs(name string, sig *types.Signature) (inputs []Input, certain bool) {
	ws := Words(name)
	if role := roleOfWords(ws); role != "" {
		for _, i := range textParams(sig, textNames) {
			inputs = append(inputs, Input{Param: i, Role: role})
		}
		return inputs, isSystemPrompt(strings.Join(ws, ""))
	}
	if len(ws) == 0 || !isOneOf(ws[0], askVerbs) || !canFail(sig) || j.outputScore(sig) == 0 {
		return nil, false
	}
	for i := range sig.Params().Len() {
		if p := sig.Params().At(i); IsText(p.Type()) && (isOneOf(plain(p.Name()), askedNames) || promptName(p.Name()) != "") {
			inputs = append(inputs, Input{Param: i, Role: "any"})
		}
	}
	return inputs, false
}

// MessageParams returns the texts that a function takes whose name says that it makes or adds a message, if there are several: a role
// may be one of them.
func MessageParams(name string, sig *types.Signature) (params []int) {
	if !slices.ContainsFunc(Words(name), func(w string) bool { return isOneOf(w, messageNames) }) {
		return nil
	}
	for i := range sig.Params().Len() {
		if IsText(sig.Params().At(i).Type()) {
			params = append(params, i)
		}
	}
	if len(params) < 2 {
		return nil
	}
	return params
}

// NamedField returns the role of a text field of an unlisted library that is called as prompts are, or "". It is certain as in
// [Judge.NamedInputs].
func NamedField(f *types.Var) (role string, certain bool) {
	name := plain(f.Name())
	if !IsText(f.Type()) {
		return "", false
	}
	if isSystemPrompt(name) {
		return "system", true
	}
	if name == "user" || name == "system" { // an account, a machine
		return "", false
	}
	return setters[name], false
}

// roleOfWords returns the role of the prompt that a function with a name of these words takes, or "".
func roleOfWords(ws []string) string {
	if len(ws) > 0 && isOneOf(ws[0], setterVerbs) {
		ws = ws[1:]
	}
	name := strings.Join(ws, "")
	if isSystemPrompt(name) {
		return "system"
	}
	return setters[name]
}

// isSystemPrompt reports whether a name in lower case ends as the names of system prompts do. A system message may be one of a chat
// room, so it needs another sign.
func isSystemPrompt(name string) bool {
	return strings.HasSuffix(name, "systemprompt") || strings.HasSuffix(name, "systeminstruction") || strings.HasSuffix(name, "systeminstructions")
}

// textParams returns the parameter that takes a text; of several, those with one of the names.
func textParams(sig *types.Signature, names []string) (out []int) {
	var named []int
	for i := range sig.Params().Len() {
		if p := sig.Params().At(i); IsText(p.Type()) {
			out = append(out, i)
			if isOneOf(plain(p.Name()), names) {
				named = append(named, i)
			}
		}
	}
	if len(out) == 1 {
		return out
	}
	return named
}

// modelWords name models, and what is made for them, in the paths of packages.
var modelWords = []string{"llm", "llms", "ai", "genai", "gpt", "openai", "chatgpt", "anthropic", "claude", "gemini", "ollama", "mistral", "deepseek", "groq", "langchain"}

// IsModelPackage reports whether a library has to do with models: its path says so, or one of its exported types is a request or a
// response, or takes a system prompt.
func (j *Judge) IsModelPackage(pkg *types.Package) bool {
	if is, known := j.packages[pkg]; known {
		return is
	}
	if j.packages == nil {
		j.packages = map[*types.Package]bool{}
	}
	j.packages[pkg] = slices.ContainsFunc(pathWords(pkg.Path()), func(w string) bool { return isOneOf(w, modelWords) }) || j.declaresModel(pkg)
	return j.packages[pkg]
}

func (j *Judge) declaresModel(pkg *types.Package) bool {
	for _, name := range pkg.Scope().Names() {
		switch obj := pkg.Scope().Lookup(name).(type) {
		case *types.Func:
			if _, certain := j.NamedInputs(name, obj.Signature()); certain && obj.Exported() {
				return true
			}
		case *types.TypeName:
			if obj.Exported() && !obj.IsAlias() && j.isOfModel(obj.Type()) {
				return true
			}
		}
	}
	return false
}

// isOfModel reports whether a type is a request to a model or its response, or takes a system prompt by a field or a method.
func (j *Judge) isOfModel(t types.Type) bool {
	if j.RequestOf(t).Score > 0 || j.IsResponse(t) {
		return true
	}
	if st, ok := t.Underlying().(*types.Struct); ok {
		for f := range st.Fields() {
			if _, certain := NamedField(f); certain && f.Exported() {
				return true
			}
		}
	}
	n, ok := t.(*types.Named)
	if !ok {
		return false
	}
	for m := range n.Methods() {
		if _, certain := j.NamedInputs(m.Name(), m.Signature()); certain && m.Exported() {
			return true
		}
	}
	return false
}

// pathWords cuts an import path at all that is no letter.
func pathWords(path string) []string {
	return strings.FieldsFunc(strings.ToLower(path), func(r rune) bool { return !unicode.IsLetter(r) })
}
