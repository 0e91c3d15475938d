package llm

import (
	"go/types"
	"regexp"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
)

// contentHole is a place for text in hand-written JSON: after a key whose value a model reads, a format verb, a template action,
// or the end of the literal, where something is appended.
var contentHole = regexp.MustCompile(`"(?:content|text|prompt|system|input|instructions|parts)"\s*:\s*\[?\s*"?(%[-+#]*[a-z]|\{\{[^}]*\}\}|$)`)

// contentText matches a text that stands in hand-written JSON itself.
var contentText = regexp.MustCompile(`"(?:content|text|prompt|system|input|instructions)"\s*:\s*"((?:[^"\\]|\\.)+)`)

var (
	verb   = regexp.MustCompile(`%[-+# 0]*(?:\[\d+\])?[\d.*]*[a-zA-Z]`)
	action = regexp.MustCompile(`\.(\w+)`)
)

// contentWords counts the words of the texts that stand in hand-written JSON.
func contentWords(json string) (words int) {
	for _, content := range contentText.FindAllStringSubmatch(json, -1) {
		if n := proseWords(content[1]); n >= minWords {
			words += n
		}
	}
	return words
}

// requestText reports whether a constant is the text of a model request, JSON with holes, and emits the values that fill
// the holes, and the constant itself if a prompt stands in it.
func (b *builder) requestText(at flow.Visit, prompt func(flow.Loc, string)) bool {
	e := b.flow.Literal(at.Loc.Value)
	if e == nil {
		return false
	}
	text, ok := b.flow.ConstantString(e)
	if !ok || !shape.IsRequestText(text) {
		return false
	}
	if proseWords(text) >= minWords {
		prompt(at.Loc, "any")
	}
	for _, hole := range contentHole.FindAllStringSubmatchIndex(text, -1) {
		start, end := hole[2], hole[3]
		switch {
		case start == end:
			b.addConcatenated(at, prompt)
		case text[start] == '%':
			b.addFormatArg(at, len(verb.FindAllString(text[:start], -1)), prompt)
		default:
			if name := action.FindStringSubmatch(text[start:end]); name != nil {
				b.addTemplateField(at, name[1], prompt)
			}
		}
	}
	return true
}

// addConcatenated emits the values that are joined to a text by +.
func (b *builder) addConcatenated(at flow.Visit, prompt func(flow.Loc, string)) {
	for v := &at; v.Prev != nil; v = v.Prev {
		sum, ok := v.Prev.Loc.Value.(*ssa.BinOp)
		if !ok {
			return
		}
		for _, operand := range []ssa.Value{sum.X, sum.Y} {
			if _, ok := operand.(*ssa.Const); !ok && operand != v.Loc.Value {
				prompt(flow.Loc{Value: operand}, "any")
			}
		}
	}
}

// addFormatArg emits the argument of a format that the n-th verb prints.
func (b *builder) addFormatArg(at flow.Visit, n int, prompt func(flow.Loc, string)) {
	call, ok := at.Edge.Instr.(ssa.CallInstruction)
	if !ok {
		return
	}
	args := call.Common().Args
	list, ok := args[len(args)-1].(*ssa.Slice)
	if !ok {
		return
	}
	for _, use := range flow.Uses(list.X) {
		elem, ok := use.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		if i, ok := elem.Index.(*ssa.Const); ok && i.Int64() == int64(n) {
			for _, v := range flow.StoredValues(elem) {
				prompt(flow.Loc{Value: v}, "any")
			}
		}
	}
}

// addTemplateField emits the field, or map entry, of that name in the data that a template is executed with.
func (b *builder) addTemplateField(at flow.Visit, name string, prompt func(flow.Loc, string)) {
	for v := &at; v.Prev != nil; v = v.Prev {
		call, ok := v.Edge.Instr.(ssa.CallInstruction)
		if !ok {
			continue
		}
		fn := flow.FuncObject(call.Common())
		if fn == nil || fn.Name() != "Execute" && fn.Name() != "ExecuteTemplate" {
			continue
		}
		args := call.Common().Args
		data, ok := args[len(args)-1].(*ssa.MakeInterface)
		if !ok {
			return
		}
		switch data.X.Type().Underlying().(type) {
		case *types.Struct, *types.Pointer:
			for _, f := range shape.Fields(data.X.Type()) {
				if f.Of.Underlying().(*types.Struct).Field(f.Index).Name() == name {
					prompt(flow.Loc{Key: b.fieldKey(f)}, "any")
				}
			}
		case *types.Map:
			for _, use := range flow.Uses(data.X) {
				if u, ok := use.(*ssa.MapUpdate); ok {
					if key, ok := b.flow.String(u.Key); ok && key == name {
						prompt(flow.Loc{Value: u.Value}, "any")
					}
				}
			}
		}
		return
	}
}
