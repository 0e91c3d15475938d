package shape

import (
	"go/types"
	"strings"
	"unicode"
)

// callMin is how many marks make the call of a model.
const callMin = 5

// An Input is a parameter by which a function is given what it asks a model.
type Input struct {
	Param    int
	Messages bool    // it is a list of messages
	Role     string  // of a text, by the parameter's name
	Request  Request // of a struct
}

// CallOf judges a function by its name and its type: what it takes, what it gives, whether it takes a context and can fail, as each
// model can. It returns the inputs of what is the call of a model, or nil.
func (j *Judge) CallOf(name string, sig *types.Signature) []Input {
	inputs, in := j.inputsOf(sig)
	out := j.outputScore(sig)
	if in == 0 || out == 0 || !canFail(sig) {
		return nil
	}
	score := in + out + 1 + verbScore(name)
	if takesContext(sig) {
		score++
	} else if out < responseMin { // a person at a terminal is asked without one
		return nil
	}
	if score < callMin {
		return nil
	}
	return inputs
}

// inputsOf returns the inputs of a function, with the marks of the best.
func (j *Judge) inputsOf(sig *types.Signature) (inputs []Input, score int) {
	for i := range sig.Params().Len() {
		p := sig.Params().At(i)
		if isContext(p.Type()) {
			continue
		}
		if e := Elem(p.Type()); e != nil && j.IsMessage(e) {
			inputs, score = append(inputs, Input{Param: i, Messages: true}), max(score, j.MessageOf(e).Score)
		} else if role := promptName(p.Name()); role != "" && IsText(p.Type()) {
			inputs, score = append(inputs, Input{Param: i, Role: role}), max(score, 2)
		} else if r := j.RequestOf(p.Type()); r.Score > 0 {
			inputs, score = append(inputs, Input{Param: i, Request: r}), max(score, min(r.Score, 4))
		}
	}
	return inputs, score
}

// outputScore counts the marks of what a function gives: 3 for a response, 2 for a message, 1 for text; what is sent on a channel, to
// an iterator's yield or to a callback counts as given.
func (j *Judge) outputScore(sig *types.Signature) int {
	best := 0
	for v := range sig.Results().Variables() {
		best = max(best, j.givenScore(v.Type(), 0))
	}
	for v := range sig.Params().Variables() {
		if f, ok := v.Type().Underlying().(*types.Signature); ok && f.Params().Len() > 0 { // a callback
			for p := range f.Params().Variables() {
				best = max(best, j.givenScore(p.Type(), 1))
			}
		}
	}
	return best
}

func (j *Judge) givenScore(t types.Type, depth int) int {
	if depth > 2 || isContext(t) {
		return 0
	}
	switch u := t.Underlying().(type) {
	case *types.Chan:
		return j.givenScore(u.Elem(), depth+1)
	case *types.Signature: // an iterator: func(yield func(T, error) bool)
		best := 0
		for p := range u.Params().Variables() {
			if yield, ok := p.Type().Underlying().(*types.Signature); ok {
				for q := range yield.Params().Variables() {
					best = max(best, j.givenScore(q.Type(), depth+1))
				}
			}
		}
		return best
	}
	if next := j.streamed(t); next != nil {
		return j.givenScore(next, depth+1)
	}
	switch {
	case j.IsResponse(t):
		return responseMin
	case j.IsMessage(t):
		return 2
	case IsText(t) && j.enumeration(t) == nil:
		return 1
	case isStruct(t) && holdsAnswer(t, 0):
		return 1
	}
	return 0
}

// streamed returns what a stream gives by its method Recv, Next or Current, or nil.
func (j *Judge) streamed(t types.Type) types.Type {
	for _, name := range []string{"Recv", "Current", "Next"} {
		obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
		if fn, ok := obj.(*types.Func); ok && fn.Signature().Results().Len() > 0 {
			if got := fn.Signature().Results().At(0).Type(); !types.Identical(got, types.Typ[types.Bool]) && !types.Identical(got, t) {
				return got
			}
		}
	}
	return nil
}

// canFail reports whether the last result of a function is an error, or what it gives carries one.
func canFail(sig *types.Signature) bool {
	res := sig.Results()
	if res.Len() == 0 {
		return false
	}
	last := res.At(res.Len() - 1).Type()
	if types.Identical(last, types.Universe.Lookup("error").Type()) {
		return true
	}
	_, iterator := last.Underlying().(*types.Signature)
	_, channel := last.Underlying().(*types.Chan)
	return iterator || channel
}

func takesContext(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if isContext(p.Type()) {
			return true
		}
	}
	return false
}

func isContext(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "Context" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "context"
}

// promptName returns the role of a text parameter that is called as prompts are, or "".
func promptName(name string) string {
	switch name = plain(name); {
	case name == "instructions" || name == "systemmessage" || name == "systemprompt" || name == "sysprompt":
		return "system"
	case name == "usermessage" || name == "userprompt":
		return "user"
	case strings.HasSuffix(name, "prompt"):
		return "any"
	}
	return ""
}

// verbScore is what the name of a function says: one mark for a verb of asking, minus three for a verb of keeping or showing.
func verbScore(name string) int {
	for i, word := range Words(name) {
		if isOneOf(word, asks) {
			return 1
		}
		if i == 0 && isOneOf(word, keeps) {
			return -3
		}
	}
	return 0
}

// Words cuts a name in mixed caps, or with underscores, into its words, in lower case: HTTPClient is http and client.
func Words(name string) (out []string) {
	for part := range strings.SplitSeq(name, "_") {
		start := 0
		runes := []rune(part)
		for i := 1; i <= len(runes); i++ {
			if i == len(runes) || unicode.IsUpper(runes[i]) && (!unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])) {
				out = append(out, strings.ToLower(string(runes[start:i])))
				start = i
			}
		}
	}
	return out
}
