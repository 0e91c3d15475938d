package cutletters

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// shortest is the least constant at which a text is cut: ids, hashes and file types are cut at less.
const shortest = 24

// longest is the number of bytes from which on a constant limit hardly ever cuts: it is some 25,000 tokens, more than the texts that
// programs put together for one request have, and what is lost at its edge is nothing beside what is kept.
const longest = 100_000

// isByteCount reports whether an index is a number of bytes that nobody looked for in the text: a constant, a parameter, a field
// with a limit, or arithmetic on these and on the length.
func isByteCount(v ssa.Value) bool {
	number := false
	return v != nil && derivesFromCount(v, &number, 0) && number
}

// derivesFromCount follows an index to where it comes from; number says that it is more than a length and a small constant, by which
// a known end is cut off.
func derivesFromCount(v ssa.Value, number *bool, depth int) bool {
	if depth > 6 {
		return false
	}
	switch v := v.(type) {
	case *ssa.Const:
		*number = *number || v.Int64() >= shortest
		return v.Int64() < longest
	case *ssa.Parameter:
		*number = true
		return true
	case *ssa.BinOp:
		switch v.Op {
		case token.ADD, token.SUB, token.MUL, token.QUO:
			return derivesFromCount(v.X, number, depth+1) && derivesFromCount(v.Y, number, depth+1)
		}
	case *ssa.Convert:
		return derivesFromCount(v.X, number, depth+1)
	case *ssa.Phi: // the place of a loop that goes through the text in steps
		return !looksAtText(v) && !slices.ContainsFunc(v.Edges, func(e ssa.Value) bool { return !isStep(e, v) && !derivesFromCount(e, number, depth+1) })
	case *ssa.UnOp:
		if f, ok := v.X.(*ssa.FieldAddr); ok && v.Op == token.MUL {
			*number = true
			return f != nil
		}
		if _, ok := v.X.(*ssa.Global); ok && v.Op == token.MUL {
			*number = true
			return true
		}
	case *ssa.Call:
		if b, ok := v.Call.Value.(*ssa.Builtin); ok {
			switch b.Name() {
			case "len":
				_, isText := v.Call.Args[0].(*ssa.Const)
				return !isText
			case "min", "max":
				return !slices.ContainsFunc(v.Call.Args, func(a ssa.Value) bool { return !derivesFromCount(a, number, depth+1) })
			}
		}
	}
	return false
}

// isStep reports whether a value is a number that a loop adds to, one step further: by a number of bytes, not by one.
func isStep(v ssa.Value, from *ssa.Phi) bool {
	b, ok := v.(*ssa.BinOp)
	if !ok || b.Op != token.ADD || b.X != from {
		return false
	}
	c, constant := b.Y.(*ssa.Const)
	return !constant || c.Int64() >= shortest
}

// looksAtText reports whether an index, or one beside it, is used to look at a byte: it may stand where somebody looked for it.
func looksAtText(v ssa.Value) bool {
	for _, use := range flow.Uses(v) {
		if isLook(use) {
			return true
		}
		if beside, ok := use.(*ssa.BinOp); ok && slices.ContainsFunc(flow.Uses(beside), isLook) {
			return true
		}
	}
	return false
}

// isLook reports whether an instruction takes one element by its index.
func isLook(in ssa.Instruction) bool {
	switch in.(type) {
	case *ssa.Index, *ssa.IndexAddr, *ssa.Lookup:
		return true
	}
	return false
}

// encoders return text whose characters are all of one byte.
var encoders = map[string]bool{"(*encoding/base64.Encoding).EncodeToString": true, "(*encoding/base32.Encoding).EncodeToString": true, "encoding/hex.EncodeToString": true}

// isEncoded reports whether a text is data in an encoding with characters of one byte each: what an encoder returns, or a data URI.
func isEncoded(program *flow.Program, v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Const:
		text, ok := program.String(v)
		return ok && strings.HasPrefix(text, "data:")
	case *ssa.BinOp:
		return v.Op == token.ADD && isEncoded(program, v.X)
	case *ssa.Call:
		f := flow.FuncObject(v.Common())
		return f != nil && encoders[f.FullName()]
	}
	return false
}

// careful are the functions that somebody uses who minds letters of more than one byte.
var careful = map[string]bool{"strings.ToValidUTF8": true, "bytes.ToValidUTF8": true}

// readsRunes reports whether a function looks at runes.
func readsRunes(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if !ok {
				continue
			}
			f := flow.FuncObject(call.Common())
			if f != nil && f.Pkg() != nil && (f.Pkg().Path() == "unicode/utf8" || careful[f.FullName()]) {
				return true
			}
		}
	}
	return false
}

// dataArgs returns the arguments of a call that a model reads as data.
func dataArgs(info *llm.Info, call *ssa.Call) []flow.Loc {
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return nil
	}
	var out []flow.Loc
	for _, e := range info.Catalogue().Lookup(fn.FullName()) {
		slot, ok := catalogue.SlotOf(fn.Signature(), e.Place)
		args := call.Call.Args
		if call.Call.IsInvoke() {
			args = append([]ssa.Value{call.Call.Value}, args...)
		}
		if dataKinds[e.Kind] && ok && !slot.Result && slot.Index < len(args) {
			out = append(out, flow.Loc{Value: args[slot.Index]})
		}
	}
	return out
}

// toolResults returns the texts that the tools of the package give a model.
func toolResults(info *llm.Info) (out []flow.Loc) {
	for _, tool := range info.Tools() {
		for _, key := range tool.Output {
			for _, v := range info.Flow().StoredInField(key) {
				out = append(out, flow.Loc{Value: v})
			}
		}
		if len(tool.Output) == 0 && typex.IsText(tool.Fn.Signature.Results().At(0).Type()) {
			out = append(out, flow.Results(tool.Fn, 0)...)
		}
	}
	return out
}

var dataKinds = map[string]bool{"toolresult": true, "data": true}

func isData(info *llm.Info, symbol, place string) bool {
	return slices.ContainsFunc(info.Catalogue().Lookup(symbol), func(e *catalogue.Entry) bool { return dataKinds[e.Kind] && e.Place == place })
}
