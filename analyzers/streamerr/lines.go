package streamerr

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// hasShortLines reports whether the lines of a reader surely stay below the limit, or a longer one is reported as an error: Err is checked
// after the loop, only texts are decoded, and the server is one that sends a text word by word. That is Ollama, by its protocol
// (https://docs.ollama.com/api/chat), and a vendor whose address is constant. A server that only speaks the vendor's protocol
// may send the whole answer as one event.
func (c *checker) hasShortLines(r *lineReader) bool {
	for _, scan := range r.calls["Scan"] {
		if len(r.calls["Err"]) == 0 || !c.errChecked(r, scan) {
			return false
		}
	}
	if len(r.decoded) == 0 || slices.ContainsFunc(r.decoded, func(t types.Type) bool { return !isTextDelta(t) }) {
		return false
	}
	return !slices.ContainsFunc(r.decoded, func(t types.Type) bool { return !isOllamaChat(t) }) || c.asksConstantHost(r.open)
}

// isOllamaChat reports whether a type is a line of Ollama's chat. The last line of its other endpoint, which has the text in response,
// lists the tokens of the whole context.
func isOllamaChat(t types.Type) bool {
	return member(t, "done") != nil && member(t, "message") != nil
}

// isTextDelta reports whether a type has the shape of an event with a piece of text, and nothing else that can be long.
func isTextDelta(t types.Type) bool {
	if choices := member(t, "choices"); choices != nil {
		if delta := member(shape.Elem(choices), "delta"); delta == nil || typex.Struct(delta) == nil {
			return false
		}
	} else if delta := member(t, "delta"); !isOllamaChat(t) && (delta == nil || typex.Struct(delta) == nil) {
		return false
	}
	return holdsOnlyText(t)
}

// holdsOnlyText reports whether a type consists of texts and numbers, without those that hold calls of tools, files or whole messages.
func holdsOnlyText(t types.Type) bool {
	if elem := shape.Elem(t); elem != nil {
		return typex.Struct(elem) != nil && holdsOnlyText(elem)
	}
	if _, basic := typex.Deref(t).Underlying().(*types.Basic); basic {
		return true
	}
	return typex.Struct(t) != nil && !slices.ContainsFunc(shape.Fields(t), func(f shape.Field) bool {
		return slices.ContainsFunc(long, func(word string) bool { return strings.Contains(f.Name, word) }) || !holdsOnlyText(f.Type)
	})
}

// long are words in the names of fields that hold more than a piece of text, in the wire formats of the vendors.
var long = []string{"tool", "function", "argument", "json", "input", "part", "image", "audio", "data", "context"}

// member returns the type of a field, or nil.
func member(t types.Type, name string) types.Type {
	if t == nil || typex.Struct(t) == nil {
		return nil
	}
	for _, f := range shape.Fields(t) {
		if f.Name == name {
			return f.Type
		}
	}
	return nil
}

// asksConstantHost reports whether the requests of the function that opens a reader, and of the literals in it, go to an address
// that nothing outside the package sets.
func (c *checker) asksConstantHost(open *ssa.Call) bool {
	requests, constant := 0, true
	c.calls(func(call *ssa.Call) {
		fn := flow.FuncObject(call.Common())
		if fn == nil || ssax.Outermost(call.Parent()) != ssax.Outermost(open.Parent()) {
			return
		}
		switch fn.FullName() {
		case "net/http.NewRequest", "(*net/http.Client).Post":
			requests++
			constant = constant && c.isConstantAddress(call.Call.Args[1])
		case "net/http.NewRequestWithContext":
			requests++
			constant = constant && c.isConstantAddress(call.Call.Args[2])
		}
	})
	return requests > 0 && constant
}

// isConstantAddress reports whether an address is put together from constants, with the scheme among them.
func (c *checker) isConstantAddress(address ssa.Value) bool {
	fixed, hasHost := true, false
	whole := c.info.Flow().Walk([]flow.Loc{{Value: address}}, func(at flow.Visit) bool {
		switch v := at.Loc.Value.(type) {
		case nil:
			fixed = fixed && !isExported(at.Loc.Key)
		case *ssa.Const:
			text, _ := c.info.Flow().String(v)
			hasHost = hasHost || strings.Contains(text, "://")
		case *ssa.Parameter:
			fixed = fixed && (typex.Struct(v.Type()) != nil || len(c.info.Flow().Callers(v.Parent())) > 0 && !isExported(v.Parent().Name()))
		case *ssa.Call:
			fn := flow.FuncObject(v.Common())
			fixed = fixed && fn != nil && (flow.Callee(v.Common()) != nil && flow.Callee(v.Common()).Blocks != nil || fn.Pkg() != nil && putsTogether[fn.Pkg().Path()])
		}
		return fixed
	}, bodyWidth)
	return whole && fixed && hasHost
}

// putsTogether are the packages whose functions make a text of texts.
var putsTogether = map[string]bool{"fmt": true, "strings": true, "net/url": true}

func isExported(key string) bool { return token.IsExported(key[strings.LastIndexByte(key, '.')+1:]) }
